export { type Plan, planQuestionnaire } from './plan.ts';
export { readQuestionnaire } from './read.ts';
export { profileSkeleton } from './skeleton.ts';
export { writeQuestionnaire } from './write.ts';
