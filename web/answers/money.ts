import type { IdleClock } from '../../domain/project/idle-land.ts';
import type { IdleRules } from '../../domain/project/idle-rules.ts';
import type { Project, ProjectStage } from '../../domain/project/schema.ts';
import type { EarthVolumes } from '../../domain/tender/earthwork.ts';
import type { Section } from '../../domain/tender/schema.ts';
import type { TenderSavings } from '../../domain/tender/tender-savings.ts';
import type { AsOfAnswer, FundAnswer, TargetAnswer } from '../answers.ts';

export type SectionListed = Section & {
  isLet: boolean;
  volumes: EarthVolumes | null;
  paidYuan: number;
  dueYuan: number | null;
};

export interface SectionsAnswer extends AsOfAnswer {
  sections: readonly SectionListed[];
  tenders: TenderSavings;
  earthwork: EarthVolumes & { readonly sections: readonly string[] };
  payments: { paidYuan: number; outsideSectionsYuan: number; dueYuan: number };
}

export interface TargetsAnswer extends AsOfAnswer {
  targets: readonly TargetAnswer[];
}

export interface FundsAnswer extends AsOfAnswer {
  funds: readonly FundAnswer[];
  years: readonly { year: number; plannedYuan: number; receivedYuan: number }[];
}

export interface ProjectSum {
  projects: readonly string[];
  totalInvestmentYuan: number;
  fixedInvestmentYuan: number;
  wantedSquareMetres: number;
  heldSquareMetres: number;
  totalYuanPerMu: number | null;
  fixedYuanPerMu: number | null;
}

export interface PipelineAnswer extends AsOfAnswer {
  total: ProjectSum;
  stages: readonly (ProjectSum & { stage: ProjectStage })[];
  clusters: readonly (ProjectSum & {
    cluster: string;
    clusterEn: string;
    kind: Project['kind'];
    stages: Record<ProjectStage, number>;
  })[];
  officers: readonly (ProjectSum & { officer: string; stages: Record<ProjectStage, number> })[];
}

export type IdleClockAnswer = Omit<IdleClock, 'twiceAreaSquareMillimetres'> & { squareMetres: number };

export interface IdleLandAnswer extends AsOfAnswer {
  rules: IdleRules;
  isBeforeRules: boolean;
  clocks: readonly IdleClockAnswer[];
}

/** An area and the number of parcels (in land columns: zones) that make it up. */
