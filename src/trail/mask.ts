import { RULES } from './rules.js';

/** Masks what looks like personal data, `[email]` and its like in its place; knows nothing of URLs. See `scrub`. */
export const mask = (text: string): string =>
  RULES.reduce(
    (text, [name, what, judge]) =>
      text.replace(what, (found: string, ...rest) => {
        const at: number = rest.find(Number.isInteger);
        // The first group of a rule, where it has one, only leads to what is masked; so does a quotation mark.
        const lead = `${(rest[0] != at && rest[0]) || ''}`;
        const quote = lead && /^\\?["']?/.exec(found.slice(lead.length))![0];
        const value = found.slice(lead.length + quote.length);
        const end = at + found.length;
        const whole: string = rest[rest.indexOf(at) + 1];
        const verdict = judge ? judge(value, whole.slice(Math.max(0, at - 24), at) + lead, whole.slice(end, end + 24)) : 1;
        return lead + quote + (typeof verdict == 'string' ? verdict : verdict ? `[${name}]` : value);
      }),
    text,
  );
