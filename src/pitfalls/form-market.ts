import { formatQuantity } from '../base/quantity.ts';
import { compare, ratio, sign, subtract } from '../base/ratio.ts';
import { mentions, ownNames, textOf } from '../profile/index.ts';
import type { Detector, Hit, ProfileCase } from './case.ts';
import { finding } from './catalogue.ts';
import { allSeen, apart, attribute, missing, numberIn, recordsIn, textsIn } from './seen.ts';
import { limit, wholeLimit, words } from './words.ts';

const TOLERANCE = limit('金额核对容差', 'money');
const LEADERS = wholeLimit('领军企业家数');
const FUNDING = words('融资证明');
const SMALL = limit('须融资佐证的收入', 'money');

/** F30: at home the sales at home, abroad the exports; neither holds the other. */
const numerators = ({ profile }: ProfileCase, year: number): readonly Hit[] => {
  const exports = numberIn(profile, 'productExports', year);
  const [inland, abroad] = ['nationalShareSales', 'globalShareSales'].map((id) =>
    numberIn(profile, id, year),
  );
  const revenue = numberIn(profile, 'productRevenue', year);
  if (exports === undefined)
    return inland === undefined && abroad === undefined ? [] : [missing('productExports', year)];
  const facts = allSeen(profile, [
    ['nationalShareSales', year],
    ['globalShareSales', year],
    ['productRevenue', year],
    ['productExports', year],
  ]);
  const rest = { facts };
  const hits: Hit[] = [];
  if (inland !== undefined && revenue !== undefined && sign(exports) > 0) {
    const home = subtract(revenue, exports);
    if (compare(inland, home) > 0 && compare(apart(inland, home), TOLERANCE) > 0)
      hits.push(
        finding(
          'F30.1',
          `${year}年全国占有率分子${formatQuantity(inland, 'money')}大于主导产品内销额${formatQuantity(home, 'money')}，像是含了出口`,
          rest,
        ),
      );
  }
  if (abroad !== undefined && compare(apart(abroad, exports), TOLERANCE) > 0)
    hits.push(
      finding(
        'F30.2',
        `${year}年国际占有率分子${formatQuantity(abroad, 'money')}与主导产品出口额${formatQuantity(exports, 'money')}不同`,
        rest,
      ),
    );
  return hits;
};
export const shareNumerators: Detector = {
  topic: 'F30',
  onProfile: (input) => [input.baseYear - 1, input.baseYear].flatMap((year) => numerators(input, year)),
};

/** F46: the leaders named must agree with the rank claimed. */
export const leaders: Detector = {
  topic: 'F46',
  onProfile: ({ profile, baseYear }): readonly Hit[] => {
    const named = textsIn(profile, 'segmentLeaders');
    const rank = numberIn(profile, 'nationalRank', baseYear);
    if (named === undefined) return [missing('segmentLeaders')];
    const facts = allSeen(profile, [['segmentLeaders'], ['nationalRank', baseYear]]);
    const rest = { facts };
    const own = named.some((name) => mentions(name, ownNames(profile)));
    const hits: Hit[] = [];
    if (named.length > LEADERS)
      hits.push(finding('F46.2', `行业领军企业列了${named.length}家，栏目限${LEADERS}家`, rest));
    if (rank === undefined) return [...hits, missing('nationalRank', baseYear)];
    const high = compare(rank, ratio(LEADERS)) <= 0;
    if (own && !high)
      hits.push(
        finding('F46.1', `行业领军企业列了本企业，全国市场排名是第${formatQuantity(rank, 'rank')}`, rest),
      );
    if (!own && high && named.length > 0)
      hits.push(
        finding('F46.3', `全国市场排名是第${formatQuantity(rank, 'rank')}，行业领军企业里没有本企业`, rest),
      );
    return hits;
  },
};

/** F48: ten digits of 《统计用产品分类目录》. */
export const productCode: Detector = {
  topic: 'F48',
  onProfile: ({ profile }): readonly Hit[] => {
    const code = textOf(profile, 'productCode');
    if (code === undefined) return [missing('productCode')];
    const facts = allSeen(profile, [['productCode']]);
    return /^\d{10}$/.test(code.trim())
      ? []
      : [
          finding('F48.1', `主导产品代码“${code}”不是10位数字`, {
            facts,
          }),
        ];
  },
};

/** F64: proof of new funding where income is small. */
export const funding: Detector = {
  topic: 'F64',
  onProfile: ({ profile, baseYear }): readonly Hit[] => {
    const revenue = numberIn(profile, 'revenue', baseYear);
    if (revenue === undefined) return [missing('revenue', baseYear)];
    if (compare(revenue, SMALL) >= 0) return [];
    const list = recordsIn(profile, 'evidence');
    if (list === undefined) return [missing('evidence')];
    if (!list.complete) return [];
    const has = list.items.some((item) =>
      FUNDING.some((word) => (attribute(item, 'name') ?? '').includes(word)),
    );
    const facts = allSeen(profile, [['revenue', baseYear]]);
    return has
      ? []
      : [
          finding(
            'F64.1',
            `营业收入不足${formatQuantity(SMALL, 'money')}，佐证材料里没有近两年新增融资的证明`,
            {
              facts,
              where: { ...list.at, field: 'evidence' },
            },
          ),
        ];
  },
};
