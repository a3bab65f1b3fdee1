const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const INNER_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

type CreditCodeFinding = 'length' | 'alphabet' | 'check-digit' | 'inner-check-digit';

/**
 * Checks a 统一社会信用代码 (GB 32100-2015): 18 characters, weighted sum mod 31.
 * Positions 9–17 are an 组织机构代码 (GB 11714); old codes can break that inner check, so it is only a remark.
 */
export const checkCreditCode = (code: string): CreditCodeFinding | undefined => {
  const clean = code.normalize('NFKC').trim().toUpperCase();
  if (clean.length !== 18) return 'length';
  const digits = [...clean].map((character) => ALPHABET.indexOf(character));
  if (digits.includes(-1)) return 'alphabet';
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0);
  if (digits[17] !== (31 - (sum % 31)) % 31) return 'check-digit';
  const inner = [...clean.slice(8, 16)].map((character) =>
    /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55,
  );
  const innerSum = INNER_WEIGHTS.reduce((total, weight, index) => total + weight * (inner[index] ?? 0), 0);
  const rest = 11 - (innerSum % 11);
  const expected = rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
  return clean[16] === expected ? undefined : 'inner-check-digit';
};

const CREDIT_CODE_FINDINGS: Readonly<Record<CreditCodeFinding, string>> = {
  length: '应为18位',
  alphabet: '含有不允许的字符（不用字母 I、O、S、V、Z）',
  'check-digit': '末位校验码不对，请与营业执照核对',
  'inner-check-digit': '第9至17位的组织机构代码校验不对；早年代码可能如此，请与营业执照核对',
};

/** What is wrong with a code, as a sentence; undefined where nothing is. */
export const creditCodeProblem = (code: string): string | undefined => {
  const finding = checkCreditCode(code);
  return finding === undefined ? undefined : `统一社会信用代码${CREDIT_CODE_FINDINGS[finding]}`;
};
