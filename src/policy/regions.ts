import rows from '../../policies/共用/地区.yaml';
import { fold, suggestion } from '../base/text.ts';

/** A province, separately planned city or the Corps. */
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly shortNames: readonly string[];
  readonly latin: readonly string[];
  /** code of the province that a separately planned city belongs to */
  readonly parent?: string;
}

export const NATIONAL = '国家';

const REGIONS: readonly Region[] = (
  rows as Array<{ 代码: string; 名称: string; 简称: string[]; 拼音: string[]; 上级?: string }>
).map((row) => ({
  code: row.代码,
  name: row.名称,
  shortNames: row.简称,
  latin: row.拼音,
  ...(row.上级 === undefined ? {} : { parent: row.上级 }),
}));

/** A region by name, short name, GB/T 2260 code or pinyin: 广西, 广西壮族自治区, 450000, guangxi, gx. */
export const findRegion = (word: string): Region | undefined => {
  const wanted = fold(word);
  return REGIONS.find((region) =>
    [region.name, region.code, ...region.shortNames, ...region.latin].some((name) => fold(name) === wanted),
  );
};

export const suggestRegion = (word: string): string | undefined =>
  suggestion(
    word,
    REGIONS.flatMap((region) => [region.name, ...region.shortNames, ...region.latin]),
  );

/**
 * The regions an address lies in, the separately planned city before its province: 广东省深圳市南山区 → 深圳市, 广东省.
 * Empty when the address names none.
 */
export const regionsOf = (place: string): readonly Region[] => {
  const text = fold(place);
  const names = (region: Region): string[] => [
    region.name,
    ...region.shortNames.filter((name) => name.length > 1),
  ];
  const named = REGIONS.filter((region) => names(region).some((name) => text.includes(fold(name))));
  const first = named.filter((region) => {
    const at = Math.min(
      ...names(region)
        .map((name) => text.indexOf(fold(name)))
        .filter((index) => index >= 0),
    );
    return region.parent === undefined ? at === 0 : true;
  });
  const cities = first.filter((region) => region.parent !== undefined);
  const city =
    cities.find((region) => first.some((other) => other.code === region.parent)) ??
    cities.find((region) => names(region).some((name) => text.startsWith(fold(name))));
  const province =
    city === undefined
      ? first.find((region) => region.parent === undefined)
      : REGIONS.find((region) => region.code === city.parent);
  return [city, province].filter((region) => region !== undefined);
};

/** Could an address that names only a province lie in one of its separately planned cities? */
export const mayLieIn = (name: string, place: string): boolean => {
  const city = REGIONS.find((region) => region.name === name && region.parent !== undefined);
  const province = REGIONS.find((region) => region.code === city?.parent);
  return (
    province !== undefined &&
    [province.name, ...province.shortNames].some((text) => fold(text) === fold(place))
  );
};

/** 凉山州 is short for 凉山彝族自治州; 惠州 is no such thing. */
const CITY_SUFFIX = /(?:市|地区|盟|自治州|(?<=..)州)$/;

/**
 * Does an address lie in one of the cities? Undefined where it names no city: a province alone does not say.
 * 广东佛山, 佛山市南海区 and 广东省佛山市 all lie in 佛山市; so does a separately planned city in itself.
 */
export const liesInCity = (place: string, cities: readonly string[]): boolean | undefined => {
  const text = fold(place);
  const [region] = REGIONS.filter((item) => item.parent === undefined).flatMap((item) =>
    [item.name, ...item.shortNames.filter((name) => name.length > 1)]
      .map((name) => fold(name))
      // 吉林市 is a city of 吉林省
      .filter((name) => text.startsWith(name) && text[name.length] !== '市'),
  );
  const rest = region === undefined ? text : text.slice(region.length);
  const short = (city: string): string => city.replace(CITY_SUFFIX, '');
  if (cities.some((city) => rest.startsWith(fold(short(city))))) return true;
  const named = /^(.{1,12}?)(?:市|地区|盟|州)/.exec(rest)?.[1];
  if (named === undefined) return undefined;
  return named.length > 1 && cities.some((city) => city.endsWith('自治州') && fold(city).startsWith(named));
};
