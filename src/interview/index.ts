export { readAnswer, readCount } from './answer.ts';
export { newDoubts } from './doubts.ts';
export { explainQuestion } from './explain.ts';
export {
  nextAttribute,
  nextQuestion,
  openingQuestion,
  type Question,
  questionsLeft,
  type Round,
  type State,
} from './next.ts';
export { answeredIn, attributeTarget, promptText, type Target } from './target.ts';
