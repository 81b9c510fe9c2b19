/**
 * What OpenTelemetry's instrumentations ask of `@opentelemetry/api`, whose place this takes in the built file: no tracing, no
 * metrics, no diagnostics, all of which they would never use here. Their logger is given to them.
 */
const nothing = () => {};
const none = { emit: nothing, debug: nothing, error: nothing, warn: nothing, info: nothing, verbose: nothing };

export const diag = { ...none, createComponentLogger: () => none };
export const trace = { getTracer: nothing };
export const metrics = { getMeter: nothing };
export const logs = { getLogger: () => none };
export const context = { active: nothing };

/** https://opentelemetry.io/docs/specs/otel/logs/data-model/#field-severitynumber */
export const SeverityNumber = { DEBUG: 5, INFO: 9, WARN: 13, ERROR: 17 };
