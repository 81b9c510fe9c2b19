export type Nginx = { executablePath: string; why?: undefined } | { executablePath?: undefined; why: string };

export function ensureNginx(options?: { log?: (line: string) => void }): Nginx;
