import { createHash } from 'node:crypto';
import base from './base.css';
import { html, Markup } from './markup.ts';

export interface PageParts {
  readonly title: string;
  readonly style: string;
  readonly body: Markup;
  readonly script?: string;
  /** what the script reads, as JSON markup */
  readonly data?: Markup;
}

const digest = (text: string): string =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/**
 * One self-contained file. The policy in it forbids any connection and any style or script but its own,
 * so that a hostile name could do nothing even if it got into the page.
 */
export const page = ({ title, style, body, script, data }: PageParts): string => {
  const css = `\n${base}${style}`;
  const policy = [
    "default-src 'none'",
    `style-src ${digest(css)}`,
    ...(script === undefined ? [] : [`script-src ${digest(script)}`]),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${new Markup(css)}</style>
</head>
<body>
${body}
${data !== undefined && html`<script type="application/json" id="data">${data}</script>`}
${script !== undefined && html`<script>${new Markup(script)}</script>`}
</body>
</html>
`.text;
};
