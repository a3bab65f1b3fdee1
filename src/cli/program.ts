import { Command, CommanderError, Option } from 'commander';
import { inputError } from '../base/diagnostic.ts';
import type { GenerateOptions } from './commands/generate.ts';
import type { LintOptions } from './commands/lint.ts';
import type { PlanOptions } from './commands/plan.ts';
import type { ScreenOptions } from './commands/screen.ts';
import type { GlobalOptions } from './options.ts';

type Action = () => Promise<number>;

const collect = (value: string, sum: string[] | undefined): string[] => [...(sum ?? []), value];

const asOf = () => new Option('--as-of <日期>', '评估日，默认今天；上年度按评估日推算');
const province = (what = '按这个地区的项目评估，默认看档案的注册地') => new Option('--province <地区>', what);
const programme = (what = '只评估这个项目，可写多次') =>
  new Option('-p, --programme <编号>', what).argParser(collect);
const policies = () => new Option('--policies <文件夹>', '与内置项目一起使用的自编政策文件');
const json = () => new Option('--json', '输出 JSON');
const output = () => new Option('-o, --output <文件>', '写到文件，默认标准输出');
const force = () => new Option('--force', '覆盖已有文件');
const noColor = () => new Option('--no-color', '不用颜色');
const noInput = () => new Option('--no-input', '不提问');

/** A file that was not named: picked on a terminal, else an error. */
const asked = async (
  what: string,
  extension: string,
  { input }: Pick<GlobalOptions, 'input'>,
): Promise<string> => (await import('./ask-file.ts')).askFile(what, extension, input !== false);

/** commander's own messages, in Chinese and with a next step. */
const usageError = (error: CommanderError): never => {
  const quoted = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const near = /Did you mean ([^?]+)\?/.exec(error.message)?.[1];
  const fix = `${near === undefined ? '' : `是不是想写 ${near}？`}用法见 zjtx --help`;
  const messages: Readonly<Record<string, string>> = {
    'commander.unknownOption': `不认识的选项 ${quoted}`,
    'commander.unknownCommand': `不认识的命令 ${quoted}`,
    'commander.missingArgument': `缺少参数 ${quoted}`,
    'commander.optionMissingArgument': `选项 ${quoted} 后面缺少值`,
    'commander.missingMandatoryOptionValue': `必须写选项 ${quoted}`,
    'commander.excessArguments': '参数太多',
  };
  throw inputError('E000', messages[error.code] ?? error.message, { fix });
};

/**
 * Reads the arguments; heavy parts are loaded by the action that needs them.
 * @returns what to do, or undefined when help was printed
 */
export const parseCommand = (args: readonly string[], version: string): Action | undefined => {
  let action: Action | undefined;
  const program = new Command('zjtx')
    .description(
      '专精特新申报工具箱：逐条对照认定标准、生成申报底稿、批量筛查客户名单。\n结果是预检，认定以主管部门为准。',
    )
    .version(version, '-V, --version', '版本号')
    .helpOption('-h, --help', '帮助')
    .helpCommand('help [命令]', '某个命令的帮助')
    .configureHelp({
      styleTitle: (title) =>
        ({ 'Usage:': '用法：', 'Options:': '选项：', 'Commands:': '命令：', 'Arguments:': '参数：' })[
          title
        ] ?? title,
    })
    .exitOverride()
    .configureOutput({ writeErr: () => {} });

  const define = (name: string, description: string, options: readonly Option[]): Command => {
    const command = program.command(name).description(description).helpOption('-h, --help', '帮助');
    for (const option of [...options, noColor(), noInput()]) command.addOption(option);
    return command;
  };

  define('check', '企业档案对照标准逐条检查', [
    asOf(),
    province(),
    programme(),
    policies(),
    json(),
    new Option('--format <格式>', 'text、json、markdown；客户报告 html、docx、xlsx、md'),
    new Option('--checklist', '列出要人看的填报要点'),
    new Option('--history', '也对照当地已失效、已被取代的项目'),
    output(),
    force(),
  ])
    .argument('[档案...]', '企业档案（YAML 或填好的采集表 XLSX），可写几个；不写就在终端里选')
    .action((paths: string[], options: GlobalOptions) => {
      action = async () => {
        const chosen = paths.length > 0 ? paths : [await asked('企业档案', '.yaml', options)];
        return (await import('./commands/check.ts')).check(chosen, options);
      };
    });
  define('plan', '差多少、哪天能满足、试算、推进计划清算、资金和日历', [
    asOf(),
    province(),
    programme('只看这个项目，可写多次'),
    new Option('--set <假设>', '试算：假设没有结账的年度的数，如 研发费用.2026=650万元，可写多次').argParser(
      collect,
    ),
    new Option('--ics <文件>', '日历另存为 .ics，日历软件可以打开'),
    policies(),
    json(),
    output(),
    force(),
  ])
    .argument('[档案]', '企业档案（YAML 或填好的采集表 XLSX）；不写就在终端里选')
    .action((path: string | undefined, options: PlanOptions) => {
      action = async () =>
        (await import('./commands/plan.ts')).plan(
          path ?? (await asked('企业档案', '.yaml', options)),
          options,
        );
    });
  define('init', '生成要企业填写的采集表（工作簿）或空白企业档案（YAML）', [
    new Option('--excel <文件>', '写成采集表工作簿（.xlsx），发给企业填写'),
    programme('只收集这个项目要看的字段，可写多次'),
    province('按这个地区的项目收集，默认只按国家项目'),
    asOf(),
    new Option('--all', '词典里的全部字段'),
    policies(),
    output(),
    force(),
  ]).action((options: GlobalOptions & { excel?: string; all?: boolean }) => {
    action = async () => (await import('./commands/init.ts')).init(options);
  });
  define('convert', '企业档案 YAML 与采集表工作簿互相转换', [
    programme('转成采集表时，一并列出这个项目要看的字段，可写多次'),
    province('转成采集表时，按这个地区的项目列字段，默认看档案的注册地'),
    asOf(),
    new Option('--all', '转成采集表时，列出词典里的全部字段'),
    policies(),
    output(),
    force(),
  ])
    .argument('<档案>', '企业档案（YAML）或填好的采集表（XLSX）')
    .action((path: string, options: GlobalOptions & { all?: boolean }) => {
      action = async () => (await import('./commands/convert.ts')).convert(path, options);
    });
  define('generate', '生成一个项目的申报底稿：表格、文稿、佐证清单、封面目录、汇总表', [
    new Option('--out <文件夹>', '输出文件夹，一家企业一个子文件夹').makeOptionMandatory(),
    new Option('-p, --programme <编号>', '为这个项目生成，可写多次；默认是梯度上的下一步').argParser(collect),
    new Option('--only <名称>', '只生成这份文件，可写多次').argParser(collect),
    new Option('--template <文件>', '另外填写自备的 Word 模板（.docx），可写多次').argParser(collect),
    asOf(),
    province(),
    policies(),
    json(),
    new Option('--force', '覆盖改过的文件；不写时新文件写在旁边'),
  ])
    .argument('[档案...]', '企业档案（YAML 或填好的采集表 XLSX），可写几个；不写就在终端里选')
    .action((paths: string[], options: GenerateOptions) => {
      action = async () => {
        const chosen = paths.length > 0 ? paths : [await asked('企业档案', '.yaml', options)];
        return (await import('./commands/generate.ts')).generate(chosen, options);
      };
    });
  define('screen', '客户名单批量检查，结果写成工作簿、CSV 或 JSON Lines', [
    new Option('--out <文件>', '结果文件（.xlsx、.csv 或 .jsonl），也可以写 -o'),
    new Option('-o, --output <文件>', '同 --out').hideHelp(),
    new Option(
      '--format <格式>',
      '结果的格式：xlsx、csv、jsonl 或 html（一页看全部），默认看结果文件的扩展名',
    ),
    new Option('--map <列=字段>', '指明一列是什么，可写多次；也可以写一个 YAML 文件').argParser(collect),
    new Option('--details', '写明细（每家每条），xlsx 默认写'),
    new Option('--no-details', '不写明细'),
    new Option('--jobs <线程数>', '同时用几个线程，默认看处理器和行数'),
    new Option('--resume', '接着上次没跑完的跑'),
    asOf(),
    province(),
    programme(),
    policies(),
    json(),
    force(),
  ])
    .argument('[名单]', '客户名单（XLSX 或 CSV），一行一家，表头用字段名加年份；不写就在终端里选')
    .action((path: string | undefined, options: ScreenOptions) => {
      action = async () =>
        (await import('./commands/screen.ts')).screenList(
          path ?? (await asked('客户名单', '.xlsx', options)),
          options,
        );
    });
  define('lint', '检查Word文稿：字数、企业名称、占位、缺节、主张的佐证、与档案不一致的数字', [
    new Option('--profile <档案>', '企业档案（YAML 或填好的采集表 XLSX）；不给就只查不需要档案的'),
    new Option('--kind <文稿>', '哪一种文稿：总体情况、市占率、研发成果、补短板；默认自己认'),
    new Option('-p, --programme <编号>', '按这个项目的申请书限值，默认看评估日'),
    asOf(),
    policies(),
    json(),
    new Option('--format <格式>', 'text、json 或 docx（批注写在文稿的副本里，要加 -o）'),
    output(),
    force(),
  ])
    .argument('[文稿]', 'Word文稿（DOCX）；不写就在终端里选')
    .action((path: string | undefined, options: LintOptions) => {
      action = async () =>
        (await import('./commands/lint.ts')).lint(path ?? (await asked('文稿', '.docx', options)), options);
    });
  define('explain', '说明一个项目、条件或诊断代码：要求、条款、怎么算、凭什么证明', [
    policies(),
    json(),
    output(),
    force(),
  ])
    .argument('<编号>', '项目编号、项目编号/条件编号、字段名，或注意事项代码（P07、P07.1、F08）')
    .action((id: string, options: GlobalOptions) => {
      action = async () => (await import('./commands/explain.ts')).explain(id, options);
    });
  const policy = program
    .command('policy')
    .description('政策文件')
    .helpOption('-h, --help', '帮助')
    .helpCommand(false);
  const definePolicy = (name: string, description: string, options: readonly Option[]): Command => {
    const command = policy.command(name).description(description).helpOption('-h, --help', '帮助');
    for (const option of [...options, noColor(), noInput()]) command.addOption(option);
    return command;
  };
  definePolicy('list', '收录了哪些项目，哪些在评估日有效', [
    asOf(),
    province(),
    policies(),
    json(),
    output(),
    force(),
  ]).action((options: GlobalOptions) => {
    action = async () => (await import('./commands/policy.ts')).listPolicies(options);
  });
  definePolicy('show', '一个项目的全部条件、来源、资料和待遇', [
    asOf(),
    policies(),
    json(),
    output(),
    force(),
  ])
    .argument('<编号>', '项目编号')
    .action((id: string, options: GlobalOptions) => {
      action = async () => (await import('./commands/policy.ts')).showPolicy(id, options);
    });
  definePolicy('validate', '检查自编的政策文件和用例', [json(), output(), force()])
    .argument('<文件...>', '政策文件（YAML）')
    .action((paths: string[], options: GlobalOptions) => {
      action = async () => (await import('./commands/validate.ts')).validatePolicies(paths, options);
    });
  const template = program
    .command('template')
    .description('自备的 Word 模板')
    .helpOption('-h, --help', '帮助')
    .helpCommand(false);
  const defineTemplate = (name: string, description: string, options: readonly Option[]): Command => {
    const command = template.command(name).description(description).helpOption('-h, --help', '帮助');
    for (const option of [...options, noColor(), noInput()]) command.addOption(option);
    return command;
  };
  defineTemplate('check', '检查模板里的标签：写错的、没闭合的、全角花括号、没用到的事实', [
    new Option('--profile <档案>', '列出这份档案里有、模板没有用到的事实'),
    asOf(),
    json(),
    output(),
    force(),
  ])
    .argument('<文件>', 'Word 模板（.docx）')
    .action((path: string, options: GlobalOptions & { profile?: string }) => {
      action = async () => (await import('./commands/template.ts')).checkOwnTemplate(path, options);
    });
  defineTemplate('tags', '列出全部标签：含义、单位和例子', [json(), output(), force()]).action(
    (options: GlobalOptions) => {
      action = async () => (await import('./commands/template.ts')).listTags(options);
    },
  );

  for (const command of [policy, template, ...program.commands, ...policy.commands, ...template.commands])
    command.exitOverride().configureOutput({ writeErr: () => {} });
  try {
    if (args.length === 0) {
      program.outputHelp();
      return undefined;
    }
    program.parse([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return undefined;
    if (error.code === 'commander.help')
      throw inputError('E000', '命令没有写完', { fix: `用法见 zjtx ${args[0] ?? ''} --help` });
    usageError(error);
  }
  return action;
};
