import type { Detector } from './case.ts';
import { control, controller, industry, listing, size } from './form-company.ts';
import {
  certificates,
  cloud,
  exportCertificates,
  mainProducts,
  mainShare,
  segmentYears,
  systemProofs,
  systems,
} from './form-features.ts';
import { competition, fusion, jointUnits, lapsed, researchAudit } from './form-innovation.ts';
import { funding, leaders, productCode, shareNumerators } from './form-market.ts';
import {
  auditCode,
  fallingIncome,
  insuranceProof,
  loanPurposes,
  loans,
  productSum,
  researchStaff,
} from './form-operation.ts';
import { productName } from './p01-product-name.ts';
import { rights } from './p02-rights.ts';
import { marketShare } from './p03-market-share.ts';
import { research } from './p04-research.ts';
import { chain } from './p05-chain.ts';
import { productField } from './p06-field.ts';
import { finance } from './p07-finance.ts';
import { agreement } from './p08-agreement.ts';
import { papers } from './p08-papers.ts';
import { credit } from './p09-credit.ts';
import { title } from './p10-title.ts';

/** The ten pitfalls, then the filling rules that can be computed from a profile. */
export const DETECTORS: readonly Detector[] = [
  productName,
  rights,
  marketShare,
  research,
  chain,
  productField,
  finance,
  agreement,
  papers,
  credit,
  title,
  industry,
  controller,
  size,
  control,
  listing,
  auditCode,
  researchStaff,
  productSum,
  fallingIncome,
  loans,
  loanPurposes,
  insuranceProof,
  segmentYears,
  mainShare,
  mainProducts,
  certificates,
  systems,
  systemProofs,
  cloud,
  exportCertificates,
  shareNumerators,
  jointUnits,
  competition,
  lapsed,
  fusion,
  leaders,
  productCode,
  funding,
  researchAudit,
];
