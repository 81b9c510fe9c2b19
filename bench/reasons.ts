/** Why a goal is missed, and what was tried; by what is measured. Shown only where it is. */
export const reasons: Readonly<Record<string, string>> = {};
