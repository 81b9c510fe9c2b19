export { startTrail } from './start-trail.js';
export type { RecordValue, TrailRecord } from './record.js';
export type { LogSink, Trail, TrailOptions } from './types.js';
