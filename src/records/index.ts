export * from './attributes.js';
export * from './events.js';
