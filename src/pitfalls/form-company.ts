import { textOf } from '../profile/index.ts';
import type { Detector, EditionCase, Hit, ProfileCase } from './case.ts';
import { finding } from './catalogue.ts';
import { isSize, readingAny, unmetCriteria } from './criteria.ts';
import { allSeen, flag, missing } from './seen.ts';

const at = (input: ProfileCase, ...fields: readonly string[]) => {
  const facts = allSeen(
    input.profile,
    fields.map((field) => [field] as const),
  );
  return { facts };
};

/** F01: the form asks for the division and for the four-digit class. */
export const industry: Detector = {
  topic: 'F01',
  onProfile: (input) => {
    const code = textOf(input.profile, 'industryCode');
    if (code === undefined) return [missing('industryCode')];
    return /^[A-Z]?\d{4}$/i.test(code.trim())
      ? []
      : [finding('F01.1', `行业代码“${code}”不是四位小类代码`, at(input, 'industryCode'))];
  },
};

/** F02: 实际控制人 is a person. */
export const controller: Detector = {
  topic: 'F02',
  onProfile: (input) => {
    const kind = textOf(input.profile, 'controllerKind');
    if (kind === undefined) return [missing('controllerKind')];
    return kind === '自然人'
      ? []
      : [finding('F02.1', `实际控制人类型是${kind}`, at(input, 'controllerKind', 'actualController'))];
  },
};

/** F03: no large enterprise. */
export const size: Detector = {
  topic: 'F03',
  onEdition: (input: EditionCase) => unmetCriteria(input, 'F03.1', isSize),
};

/** F04: no control by or over a little giant, no similar product in the group, as far as the edition asks. */
export const control: Detector = {
  topic: 'F04',
  onEdition: (input: EditionCase) =>
    unmetCriteria(input, 'F04.1', readingAny('controlledWithGiant', 'groupSimilarProduct')),
};

/** F05: what is said of listing must agree with itself; whether there is such a plan is the enterprise's own affair. */
export const listing: Detector = {
  topic: 'F05',
  onProfile: (input): readonly Hit[] => {
    const { profile } = input;
    const [listed, status] = [flag(profile, 'listed'), textOf(profile, 'listingStatus')];
    const hits: Hit[] = [];
    if (status === undefined) hits.push(missing('listingStatus'));
    else if (listed !== undefined && listed !== (status === '已上市'))
      hits.push(
        finding(
          'F05.1',
          `已上市填“${listed ? '是' : '否'}”，上市状态填“${status}”`,
          at(input, 'listed', 'listingStatus'),
        ),
      );
    if (status === '无上市计划' && profile.single.has('listingProgress'))
      hits.push(
        finding(
          'F05.2',
          `上市状态填“无上市计划”，又填了上市进程“${textOf(profile, 'listingProgress') ?? ''}”`,
          at(input, 'listingStatus', 'listingProgress'),
        ),
      );
    return hits;
  },
};
