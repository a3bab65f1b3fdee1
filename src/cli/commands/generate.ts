import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { VERDICT_WORDS } from '../../base/verdict.ts';
import type { CompanyDocuments, GeneratedDocument } from '../../documents/index.ts';
import { SCHEMA_VERSION } from '../../report/index.ts';
import { type CompanyPlan, checklistFacts, planCompanies } from '../company-plan.ts';
import { type Delivery, deliver, type Fate } from '../deliver.ts';
import { diagnosticText } from '../errors.ts';
import { readInput } from '../io.ts';
import { asOfOption, type GlobalOptions, provinceOption } from '../options.ts';
import { dataPath, openPolicies } from '../policies.ts';

export interface GenerateOptions extends GlobalOptions {
  readonly out: string;
  /** names of the documents wanted */
  readonly only?: readonly string[];
  /** the consultant's own Word templates */
  readonly template?: readonly string[];
}

const CHECKLIST = '清单.md';

const FATES: Readonly<Record<Fate, string>> = {
  written: '',
  unchanged: '  未变',
  replaced: '  已覆盖',
  beside: '  原文件与这次的不同，没有覆盖，写在旁边',
};

type Delivered = Delivery & { readonly document: GeneratedDocument };

interface Company {
  readonly plan: CompanyPlan;
  readonly folder: string;
  readonly made: CompanyDocuments;
}

const loadTemplates = (): Record<string, unknown> =>
  JSON.parse(readFileSync(dataPath('templates.json'), 'utf8')) as Record<string, unknown>;

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** What must be read first, and what is wrong in the profiles. */
const sayFirst = (plans: readonly CompanyPlan[]): void => {
  for (const notice of new Set(plans.flatMap((plan) => plan.notices))) say(`注意 ${notice}`);
  for (const { remarks } of plans) for (const remark of remarks) say(diagnosticText(remark));
};

const lineOf = ({ path, fate, document }: Delivered): string =>
  `${path}  待补充${document.blanks.length}处${FATES[fate]}`;

const companyJson = ({ plan, folder, made }: Company, files: readonly Delivered[]) => ({
  name: plan.result.name,
  profile: plan.path,
  folder,
  notices: plan.notices,
  programmes: plan.programmes.map(({ assessment }) => ({
    id: assessment.edition.id,
    verdict: assessment.verdict,
  })),
  documents: files.map(({ path, fate, document }) => ({
    path,
    fate,
    blanks: document.blanks,
    checks: document.checks,
  })),
  skipped: made.skipped,
});

/** zjtx generate PROFILE… --out DIR: the documents of each enterprise's programmes, one sub-folder a company. */
export const generate = async (paths: readonly string[], options: GenerateOptions): Promise<number> => {
  const asOf = asOfOption(options.asOf);
  const province = provinceOption(options.province);
  const force = options.force === true;
  const store = await openPolicies(options.policies);
  const plans = await planCompanies(paths, store, { asOf, province, programmes: options.programme });
  sayFirst(plans);
  const documents = await import('../../documents/index.ts');
  const templates = documents.parseTemplates(loadTemplates());
  const folders = documents.distinctNames(plans.map(({ result }) => documents.safeName(result.name)));
  const companies: Company[] = [];
  for (const [index, plan] of plans.entries()) {
    const { result, editions, notices } = plan;
    const choice = documents.chooseDocuments(templates, editions, options.only);
    const made = await documents.companyDocuments({
      profile: result.profile,
      baseYear: result.baseYear,
      asOf,
      editions,
      notices,
      choice,
    });
    const own = await ownTemplates(options.template ?? [], result, documents);
    companies.push({
      plan,
      folder: join(options.out, folders[index] ?? ''),
      made: { ...made, documents: [...made.documents, ...own] },
    });
  }
  const put = (folder: string, document: GeneratedDocument): Delivered => ({
    document,
    ...deliver(join(folder, document.name), document.bytes, force),
  });
  const delivered = companies.map((company) => {
    const { folder, plan, made } = company;
    const files = made.documents.map((document) => put(folder, document));
    const text = documents.checklistText(checklistFacts(plan), made);
    return { company, files, list: deliver(join(folder, CHECKLIST), text, force) };
  });
  const wanted = documents.chooseDocuments(templates, [], options.only);
  const asked = wanted.named && wanted.made.includes(documents.SUMMARY);
  const summary =
    asked || (!wanted.named && companies.length > 1) ? await summaryOf(companies, documents) : [];
  const summaryFiles = summary.map((document) => put(options.out, document));
  if (options.json === true) {
    const result = {
      schemaVersion: SCHEMA_VERSION,
      asOf,
      companies: delivered.map(({ company, files }) => companyJson(company, files)),
      summary: summaryFiles.map(({ path, fate }) => ({ path, fate })),
    };
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  } else {
    for (const { company, files, list } of delivered) {
      for (const file of files) process.stdout.write(`${lineOf(file)}\n`);
      for (const { name, reason } of company.made.skipped) say(`没有生成 ${name}：${reason}`);
      process.stdout.write(`${list.path}${FATES[list.fate]}\n`);
    }
    for (const file of summaryFiles) process.stdout.write(`${lineOf(file)}\n`);
  }
  if ([...delivered.flatMap(({ files, list }) => [...files, list]), ...summaryFiles].some(isBeside))
    say('改过的文件没有覆盖；要覆盖用 --force，先备份自己的修改');
  say('工作底稿，非官方表样，以培育平台为准；【待补充】处由企业据实填写。');
  return 0;
};

/** The consultant's own templates, filled for one company. */
const ownTemplates = async (
  paths: readonly string[],
  { profile, baseYear, asOf }: CompanyPlan['result'],
  { fillTemplate }: typeof import('../../documents/index.ts'),
): Promise<readonly GeneratedDocument[]> => {
  const filled: GeneratedDocument[] = [];
  for (const path of paths) {
    const { bytes, blanks, problems } = await fillTemplate(readInput(path), path, {
      profile,
      baseYear,
      asOf,
    });
    for (const problem of problems) say(diagnosticText(problem));
    filled.push({ name: basename(path), bytes, blanks, checks: [] });
  }
  return filled;
};

const isBeside = ({ fate }: Delivery): boolean => fate === 'beside';

/** One row a company and programme. */
const summaryOf = (
  companies: readonly Company[],
  documents: typeof import('../../documents/index.ts'),
): Promise<readonly GeneratedDocument[]> => {
  const rows = companies.flatMap(({ plan, made }) =>
    plan.programmes.map(({ assessment }) => ({
      facts: { profile: plan.result.profile, baseYear: plan.result.baseYear, asOf: assessment.asOf },
      programme: assessment.edition.name,
      verdict: VERDICT_WORDS[assessment.verdict],
      blanks: made.documents.reduce((sum, { blanks, checks }) => sum + blanks.length - checks.length, 0),
      checks: made.documents.reduce((sum, { checks }) => sum + checks.length, 0),
    })),
  );
  const notices = [...new Set(companies.flatMap(({ plan }) => plan.notices))];
  return documents.summaryDocuments(rows, companies[0]?.plan.result.baseYear ?? 0, notices);
};
