import { byLadder, type EditionSummary, findRegion, inForce, NATIONAL } from '../../policy/index.ts';
import { editionJson, editionText, SCHEMA_VERSION, table } from '../../report/index.ts';
import { emit } from '../emit.ts';
import { asOfOption, type GlobalOptions, provinceOption } from '../options.ts';
import { openPolicies, requireEdition } from '../policies.ts';

const summaryJson = (item: EditionSummary, asOf: string) => ({
  id: item.id,
  series: item.series,
  name: item.name,
  edition: item.edition,
  tier: item.tier,
  kind: item.kind,
  jurisdiction: item.jurisdiction,
  from: item.from,
  to: item.to ?? null,
  inForce: inForce(item, asOf),
  confidence: item.confidence,
  checked: item.checked,
  criteria: item.criteria,
  unlisted: item.unlisted ?? null,
});

const listRow = (item: EditionSummary, asOf: string): string[] => [
  item.id,
  { yes: '有效', no: '失效', unverified: '未核实' }[inForce(item, asOf)],
  `${item.from}—${item.to ?? ''}`,
  item.confidence,
  item.unlisted === undefined ? item.checked : `${item.checked} 条件未收录`,
];

/** zjtx policy list: what is covered, in force or not, how sure, when last checked. */
export const listPolicies = async (options: GlobalOptions): Promise<number> => {
  const asOf = asOfOption(options.asOf);
  const region = provinceOption(options.province);
  const store = await openPolicies(options.policies);
  const covers = (item: EditionSummary): boolean =>
    region === undefined || [NATIONAL, region.name].includes(item.jurisdiction);
  const list = store.summaries.filter(covers).sort(byLadder);
  if (options.json === true) {
    emit(
      `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, asOf, programmes: list.map((item) => summaryJson(item, asOf)) }, null, 2)}\n`,
      options,
    );
    return 0;
  }
  const code = (name: string): string => findRegion(name)?.code ?? '';
  const regions = [...new Set(list.map((item) => item.jurisdiction))].sort((a, b) =>
    code(a).localeCompare(code(b)),
  );
  const lines = regions.flatMap((name) => {
    const rows = list.filter((item) => item.jurisdiction === name).map((item) => listRow(item, asOf));
    return ['', name, ...table(['编号', '效力', '施行起止', '信', '核对'], rows)];
  });
  const none =
    region === undefined || regions.includes(region.name)
      ? []
      : ['', `${region.name}没有收录地方项目，按国家标准评估`];
  emit(
    `评估日 ${asOf}；信：A 两处以上印证或全文在手，B 一处，C 不确定，R 一般认识\n${[...lines, ...none].join('\n')}\n`,
    options,
  );
  return 0;
};

/** zjtx policy show ID */
export const showPolicy = async (id: string, options: GlobalOptions): Promise<number> => {
  const asOf = asOfOption(options.asOf);
  const edition = requireEdition(await openPolicies(options.policies), id);
  emit(
    options.json === true
      ? `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, asOf, programme: editionJson(edition, asOf) }, null, 2)}\n`
      : editionText(edition, asOf),
    options,
  );
  return 0;
};
