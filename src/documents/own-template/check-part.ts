import type { Diagnostic, Severity } from '../../base/diagnostic.ts';
import { Scope, TemplateProblem } from '../scope.ts';
import type { TextPart } from './archive.ts';
import { compileTag } from './compile-tag.ts';
import { type Found, scanBraces } from './scan.ts';
import { keyOf, nameOf, shapeOf } from './shape.ts';
import type { Section, Tag } from './tag.ts';
import { parseXml } from './xml.ts';

/** A tag that is understood, and where it stands. */
export interface PlacedTag {
  readonly source: string;
  /** 正文第3段 */
  readonly place: string;
  readonly tag: Tag;
}

interface OpenSection {
  readonly key: string;
  readonly found: Found;
  /** unknown when the opening tag itself is wrong */
  readonly section: Section | undefined;
}

/** Reads the tags of one part of the document; what is wrong is noted, and reading goes on. */
export class PartCheck {
  readonly tags: PlacedTag[] = [];
  readonly problems: Diagnostic[] = [];
  readonly #part: TextPart;
  readonly #file: string;
  readonly #baseYear: number;
  readonly #open: OpenSection[] = [];

  constructor(part: TextPart, file: string, baseYear: number) {
    this.#part = part;
    this.#file = file;
    this.#baseYear = baseYear;
    const document = parseXml(part.xml);
    if (document === undefined) {
      const message = `${part.label}的内容（${part.name}）不是完好的 XML`;
      const fix = '在 Word 或 WPS 里打开修复后另存';
      this.problems.push({ code: 'E333', severity: 'error', message, where: { file }, fix });
      return;
    }
    for (const found of scanBraces(document)) this.#take(found);
    for (const { found } of this.#open)
      this.#report(
        found,
        'E343',
        `{${found.source}} 没有结尾`,
        `在后面补 {/${nameOf(shapeOf(found.source))}}`,
      );
  }

  #take(found: Found): void {
    const { source } = found;
    switch (found.kind) {
      case 'tag':
        this.#takeTag(found);
        break;
      case 'wide':
      case 'mixed':
        this.#takeWide(found);
        break;
      case 'unclosed':
        this.#report(found, 'E345', `“{${source}”少了右花括号`, '补上 }；一个标签要写在一段里');
        break;
      case 'unopened':
        this.#report(found, 'E345', `“${source}}”少了左花括号`, '补上 {，或删去 }');
        break;
    }
  }

  #takeTag(found: Found): void {
    const shape = shapeOf(found.source);
    if (shape.role === 'close') {
      this.#close(found, keyOf(shape));
      return;
    }
    const tag = this.#compile(found, true);
    if (tag !== undefined)
      this.tags.push({ source: found.source, place: `${this.#part.label}${found.place}`, tag });
    if (shape.role === 'open' || shape.role === 'unless') {
      const section = tag?.kind === 'open' ? tag.section : undefined;
      this.#open.push({ key: keyOf(shape), found, section });
    }
  }

  #close(found: Found, key: string): void {
    const at = key === '' ? this.#open.length - 1 : this.#open.findLastIndex((item) => item.key === key);
    const [opened, ...inside] = at < 0 ? [] : this.#open.splice(at);
    if (opened === undefined) {
      this.#report(found, 'E343', `{${found.source}} 前面没有对应的开头`, '删去它，或在前面补 {#…}');
      return;
    }
    for (const { found: inner } of inside)
      this.#report(inner, 'E343', `{${inner.source}} 没有结尾`, `在 {${found.source}} 前面补上它的结尾`);
    if (opened.found.table !== found.table)
      this.#report(
        opened.found,
        'E344',
        `{${opened.found.source}} 的开头和结尾不在同一张表里`,
        '都放进这张表，或都放到表外',
      );
  }

  /** Full-width braces are no tag; where they hold one, or are mixed with plain ones, that is a mistake. */
  #takeWide(found: Found): void {
    const isTag = found.kind === 'mixed' || this.#compile(found, false) !== undefined;
    this.#report(
      found,
      'E342',
      `“${found.source}”用了全角花括号`,
      isTag ? `改成半角 {${found.source}}` : '若是标签，改成半角 {…}；不是标签不用改',
      isTag ? 'error' : 'warning',
    );
  }

  #compile(found: Found, tell: boolean): Tag | undefined {
    const around = this.#open.flatMap(({ section }) => (section === undefined ? [] : [section]));
    try {
      return compileTag(found.source, { scope: new Scope(this.#file), around, baseYear: this.#baseYear });
    } catch (error) {
      if (!(error instanceof TemplateProblem)) throw error;
      if (tell) this.#report(found, 'E341', error.message, error.fix);
      return undefined;
    }
  }

  #report({ place }: Found, code: string, message: string, fix?: string, severity: Severity = 'error'): void {
    const at = `${this.#part.label}${place}`;
    this.problems.push({
      code,
      severity,
      message: `${at}：${message}`,
      where: { file: this.#file, field: at },
      ...(fix === undefined ? {} : { fix }),
    });
  }
}
