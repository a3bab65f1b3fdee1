import { endOfYear, fullYears, yearOf } from '../base/date.ts';
import { formatQuantity } from '../base/quantity.ts';
import { compare, ratio, sign } from '../base/ratio.ts';
import { dateBounds, textOf } from '../profile/index.ts';
import type { Detector, EditionCase, Hit } from './case.ts';
import { finding } from './catalogue.ts';
import { onShare, unmetCriteria } from './criteria.ts';
import {
  allSeen,
  attribute,
  flag,
  missing,
  numberIn,
  recordName,
  recordsIn,
  seenIn,
  textsOf,
} from './seen.ts';
import { wholeLimit, words } from './words.ts';

const MAIN_PRODUCTS = wholeLimit('主要产品项数');
const STAGES = words('看重的系统环节');
const BOUGHT = words('采购系统佐证');
const MADE = words('自研系统佐证');

/** F15: a number of years, not a year, and no longer than the enterprise exists. */
export const segmentYears: Detector = {
  topic: 'F15',
  onProfile: ({ profile, baseYear }): readonly Hit[] => {
    const years = numberIn(profile, 'segmentYears');
    if (years === undefined) return profile.single.has('segmentSince') ? [] : [missing('segmentYears')];
    const facts = allSeen(profile, [['segmentYears'], ['founded']]);
    const rest = { facts };
    const text = formatQuantity(years, 'years');
    if (compare(years, ratio(1900)) >= 0)
      return [finding('F15.1', `从事细分市场年限填的是${text}，像是年份`, rest)];
    const founded = textOf(profile, 'founded');
    if (founded === undefined) return [missing('founded')];
    const most = fullYears(dateBounds(founded)[0], endOfYear(baseYear)) + 1;
    return compare(years, ratio(most)) > 0
      ? [finding('F15.2', `从事细分市场年限${text}，企业${yearOf(founded)}年才成立`, rest)]
      : [];
  },
};

/** F16: share of the main business, by the edition. */
export const mainShare: Detector = {
  topic: 'F16',
  onEdition: (input: EditionCase) => unmetCriteria(input, 'F16.1', onShare('mainRevenue', 'revenue')),
};

/** F19: the products listed belong to the leading product, one or two of them. */
export const mainProducts: Detector = {
  topic: 'F19',
  onProfile: ({ profile }): readonly Hit[] => {
    const list = recordsIn(profile, 'products');
    if (list === undefined) return [missing('products')];
    const where = { ...list.at, field: 'products' };
    const outside = list.items.filter((item) => item.get('leading')?.value === false);
    const blank = list.items.filter((item) => !item.has('leading'));
    return [
      ...blank.map((item, index) => ({ missing: `主要产品“${recordName(item, index)}”是否属于主导产品` })),
      ...(outside.length === 0
        ? []
        : [
            finding(
              'F19.1',
              `主要产品里${outside.map((item, index) => `“${recordName(item, index)}”`).join('、')}不属于主导产品`,
              {
                where,
              },
            ),
          ]),
      ...(list.items.length > MAIN_PRODUCTS || (list.items.length === 0 && list.complete)
        ? [finding('F19.2', `主要产品列了${list.items.length}项`, { where })]
        : []),
    ];
  },
};

/** F22: a certificate is shown by the certificate. */
export const certificates: Detector = {
  topic: 'F22',
  onProfile: ({ profile }) =>
    (['systemsCertified', 'productsCertified'] as const).flatMap((field) =>
      (recordsIn(profile, field)?.items ?? []).flatMap((record, index): readonly Hit[] => {
        const proof = attribute(record, 'proof');
        const name = `“${recordName(record, index)}”认证`;
        if (proof === undefined) return [{ missing: `${name}的佐证类型` }];
        if (proof === '证书') return [];
        const facts = seenIn(field, record, index, 'proof');
        const told = proof === '无' ? '没有佐证' : '只有牌匾照片';
        return [finding('F22.1', `${name}${told}`, { facts })];
      }),
    ),
};

/** F23: production and management are the two that reviewers look for; F67: what shows that a system is real. */
export const systems: Detector = {
  topic: 'F23',
  onProfile: ({ profile }): readonly Hit[] => {
    const list = recordsIn(profile, 'systems');
    if (list === undefined) return [missing('systems')];
    const stages = list.items.map((item) => attribute(item, 'stage'));
    if (!list.complete || stages.includes(undefined)) return [{ missing: '信息系统（补全清单和环节）' }];
    const absent = STAGES.filter((stage) => !stages.includes(stage));
    return absent.length === 0
      ? []
      : [
          finding('F23.1', `信息系统里没有${absent.join('、')}环节的记录`, {
            where: { ...list.at, field: 'systems' },
          }),
        ];
  },
};
export const systemProofs: Detector = {
  topic: 'F67',
  onProfile: ({ profile }): readonly Hit[] =>
    (recordsIn(profile, 'systems')?.items ?? []).flatMap((record, index): readonly Hit[] => {
      const [origin, proofs] = [attribute(record, 'origin'), textsOf(record.get('proofs')?.value)];
      const name = `信息系统“${recordName(record, index)}”`;
      if (origin === undefined || proofs === undefined) return [{ missing: `${name}的来源和佐证材料` }];
      const absent = (origin === '采购' ? BOUGHT : MADE).filter((proof) => !proofs.includes(proof));
      if (absent.length === 0) return [];
      const facts = seenIn('systems', record, index, 'origin', 'proofs');
      return [
        finding('F67.1', `${origin}的${name}没有${absent.join('、')}`, {
          facts,
        }),
      ];
    }),
};

/** F24: a server is in use, and nothing is said to run in the cloud. */
export const cloud: Detector = {
  topic: 'F24',
  onProfile: ({ profile }): readonly Hit[] => {
    const [server, cloudUse] = [flag(profile, 'usesServer'), flag(profile, 'cloud')];
    if (cloudUse === undefined) return [missing('cloud')];
    if (cloudUse || server !== true) return server === undefined && !cloudUse ? [missing('usesServer')] : [];
    const facts = allSeen(profile, [['usesServer'], ['cloud']]);
    return [
      finding('F24.1', '使用服务器填“是”，业务系统上云填“否”', {
        facts,
      }),
    ];
  },
};

/** F25: exports, and no certificate of a developed market. */
export const exportCertificates: Detector = {
  topic: 'F25',
  onProfile: ({ profile, baseYear }): readonly Hit[] => {
    const exports = numberIn(profile, 'exports', baseYear);
    if (exports === undefined) return [missing('exports', baseYear)];
    if (sign(exports) <= 0) return [];
    const list = recordsIn(profile, 'productsCertified');
    if (list === undefined) return [missing('productsCertified')];
    if (list.items.length > 0 || !list.complete) return [];
    const facts = allSeen(profile, [['exports', baseYear]]);
    return [
      finding('F25.1', '有出口额，产品认证填“无”', {
        facts,
      }),
    ];
  },
};
