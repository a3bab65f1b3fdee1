export { type Plan, planQuestionnaire } from './plan.ts';
export { writeQuestionnaire } from './write.ts';
