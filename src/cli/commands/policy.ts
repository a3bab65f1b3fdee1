import { byLadder, type EditionSummary, IN_FORCE_WORDS, inForce, NATIONAL } from '../../policy/index.ts';
import { SCHEMA_VERSION, table } from '../../report/index.ts';
import { emit } from '../emit.ts';
import { asOfOption, type GlobalOptions, provinceOption } from '../options.ts';
import { openPolicies, requireEdition } from '../policies.ts';
import { editionJson, editionText } from '../show-edition.ts';

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
});

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
  const rows = list.map((item) => [
    item.id,
    item.jurisdiction.slice(0, 3),
    IN_FORCE_WORDS[inForce(item, asOf)],
    `${item.from}—${item.to ?? ''}`,
    item.confidence,
    String(item.criteria),
  ]);
  const lines = table(['编号', '地区', '效力', '施行起止', '信', '条件'], rows, [34, 6, 18]);
  emit(
    `评估日 ${asOf}；信 = 可信度（A 两处以上印证，B 一处，C 不确定，R 一般认识）；名称与核对日期见 policy show\n${lines.join('\n')}\n`,
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
