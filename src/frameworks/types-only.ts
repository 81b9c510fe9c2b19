/** What is there at run time of `session-id-badge/react` and its like: nothing. So that an import that a compiler keeps does no harm. */
export {};
