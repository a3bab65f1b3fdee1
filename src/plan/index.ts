export { readAssumptions } from './assume.ts';
export { buildPlan } from './build.ts';
export { calendarFile } from './ics.ts';
export { planJson } from './json.ts';
export { planText } from './text/index.ts';
