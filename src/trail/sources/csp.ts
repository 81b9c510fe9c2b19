import { CSP_DIRECTIVE, CSP_DISPOSITION, CSP_VIOLATION, URL_FULL } from '../../records/index.js';
import { ERROR, WARN, type Emit } from '../record.js';
import { safeUrl } from '../safe-url.js';
import { listen } from './listen.js';

/**
 * Records what the page's Content Security Policy refused, or would have: which directive, and what of: an address, or a word of
 * the browser such as `inline`. Never a sample of it. Not for what is ignored, such as the address where records are sent: each record would make another.
 */
export const recordCspViolations = (emit: Emit, ignore: (url: string) => boolean = () => false): (() => void) =>
  listen<SecurityPolicyViolationEvent>(document, 'securitypolicyviolation', (event) => {
    const { blockedURI, disposition, effectiveDirective } = event;
    if (ignore(blockedURI)) return;
    emit({
      eventName: CSP_VIOLATION,
      severityNumber: disposition == 'report' ? WARN : ERROR,
      timestamp: Date.now(),
      attributes: {
        [CSP_DIRECTIVE]: effectiveDirective,
        [CSP_DISPOSITION]: disposition,
        [URL_FULL]: /^[a-z-]*$/.test(blockedURI) ? blockedURI : safeUrl(blockedURI),
      },
    });
  });
