import type { Portfolio } from './portfolio/model.ts';

/** The portfolio page of a screening: one self-contained file, readable without its script. */
export const portfolioHtml = async (portfolio: Portfolio): Promise<string> =>
  (await import('./portfolio/html.ts')).portfolioPage(portfolio);
