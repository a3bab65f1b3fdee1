/** What the user did with a question. */
export type Reply =
  | { readonly kind: 'told'; readonly text: string }
  /** 不知道 · 说明 · 回到上一题 · 这张表先到这里 */
  | { readonly kind: 'skip' | 'help' | 'back' | 'enough' };

interface Option<Name extends string> {
  readonly value: Name;
  readonly name: string;
}

/** The terminal, as an interview needs it. */
export interface Prompts {
  /** @param check what is wrong with the text, if anything */
  ask(message: string, check: (text: string) => string | undefined, inList: boolean): Promise<Reply>;
  /** one of the words */
  choose(message: string, words: readonly string[], inList: boolean): Promise<Reply>;
  /** one of a few ways to go on */
  pick<Name extends string>(message: string, options: readonly Option<Name>[]): Promise<Name>;
  /** some of a list, `ticked` to begin with; at least one */
  tick(
    message: string,
    options: readonly Option<string>[],
    ticked: ReadonlySet<string>,
  ): Promise<readonly string[]>;
}

/** The user stopped (Ctrl-C): what was answered is saved. */
export class Stopped extends Error {}

const KEYS = { '?': 'help', '？': 'help', '<': 'back', '《': 'back', '〈': 'back' } as const;
const ENOUGH: ReadonlySet<string> = new Set(['.', '。']);
/** YAML's words for nothing mean nothing here too. */
const BLANKS: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);

const replyOf = (text: string, inList: boolean): Reply => {
  const clean = text.trim();
  if (BLANKS.has(clean)) return { kind: 'skip' };
  if (inList && ENOUGH.has(clean)) return { kind: 'enough' };
  const key = Object.entries(KEYS).find(([sign]) => sign === clean)?.[1];
  return key === undefined ? { kind: 'told', text: clean } : { kind: key };
};

// signs that every Chinese console can show
const SELECT_THEME = {
  prefix: { idle: '?', done: '√' },
  spinner: { interval: 1000, frames: ['-'] },
  icon: { cursor: '>' },
  indexMode: 'number' as const,
  style: { keysHelpTip: () => '上下键或数字键移动，回车选定，Ctrl-C 停下' },
};
const INPUT_THEME = { prefix: SELECT_THEME.prefix, spinner: SELECT_THEME.spinner };
const TICK_THEME = {
  ...INPUT_THEME,
  icon: { cursor: '>', checked: '[√]', unchecked: '[ ]' },
  style: { keysHelpTip: () => '上下键移动，空格选或不选，回车确定，Ctrl-C 停下' },
};

const PAGE = 12;

/** Prompts on standard error, so that standard output stays data. */
export const terminalPrompts = async (coloured: boolean): Promise<Prompts> => {
  // the colours of the library ask for it when they are loaded
  if (!coloured) process.env.NO_COLOR = '1';
  const { default: inquirer } = await import('inquirer');
  const prompt = inquirer.createPromptModule({ output: process.stderr });
  const stoppable = async <Result>(run: () => Promise<Result>): Promise<Result> => {
    try {
      return await run();
    } catch (error) {
      throw error instanceof Error && error.name === 'ExitPromptError' ? new Stopped() : error;
    }
  };
  const select = <Name extends string>(
    message: string,
    choices: readonly Option<Name>[],
  ): Promise<{ answer: Name }> =>
    stoppable(() =>
      prompt<{ answer: Name }>([
        {
          type: 'select',
          name: 'answer',
          message,
          choices: [...choices],
          loop: false,
          pageSize: PAGE,
          theme: SELECT_THEME,
        },
      ]),
    );
  return {
    ask: async (message, check, inList) => {
      const validate = (text: string): string | true => {
        const reply = replyOf(text, inList);
        return reply.kind !== 'told' || (check(reply.text) ?? true);
      };
      const { answer } = await stoppable(() =>
        prompt<{ answer: string }>([
          { type: 'input', name: 'answer', message: `${message}：`, validate, theme: INPUT_THEME },
        ]),
      );
      return replyOf(answer, inList);
    },
    choose: async (message, words, inList) => {
      const { answer } = await select(message, [
        { value: '', name: '不知道，先跳过' },
        ...words.map((word) => ({ value: `=${word}`, name: word })),
        { value: '?', name: '? 说明口径和佐证' },
        { value: '<', name: '< 回到上一题' },
        ...(inList ? [{ value: '.', name: '. 这张表先到这里' }] : []),
      ]);
      return answer.startsWith('=') ? { kind: 'told', text: answer.slice(1) } : replyOf(answer, inList);
    },
    pick: async (message, options) => (await select(message, options)).answer,
    tick: async (message, options, ticked) => {
      const choices = options.map((option) => ({ ...option, checked: ticked.has(option.value) }));
      const validate = (chosen: readonly unknown[]): string | true => chosen.length > 0 || '至少选一个';
      const { answer } = await stoppable(() =>
        prompt<{ answer: string[] }>([
          {
            type: 'checkbox',
            name: 'answer',
            message,
            choices,
            validate,
            loop: false,
            pageSize: PAGE,
            theme: TICK_THEME,
          },
        ]),
      );
      return answer;
    },
  };
};
