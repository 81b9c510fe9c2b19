export type Php = { executablePath: string; why?: undefined } | { executablePath?: undefined; why: string };

export function ensurePhp(options?: { log?: (line: string) => void }): Php;
