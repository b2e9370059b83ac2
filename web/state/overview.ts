import { defineStore } from 'pinia';
import { readFunds, readMilestones, readPayments, readSections, readTargets } from '../api.ts';
import { useFeed } from './feed.ts';
import { loadAnswer } from './load-answer.ts';
import { useMoment } from './moment.ts';
import { useView } from './view.ts';

/** Tenders, earthwork, payments, targets and funds as of the day looked at. */
export const useOverview = defineStore('overview', () => {
  const view = useView();
  const moment = useMoment();
  const load = <T>(read: (reading: { park: string; on: string | undefined; signal: AbortSignal }) => Promise<T>) =>
    loadAnswer(
      () => view.park || null,
      moment.ofDay,
      (signal) => read({ park: view.park, on: moment.on(), signal }),
    );
  const sections = load(readSections);
  const payments = load(readPayments);
  const targets = load(readTargets);
  const funds = load(readFunds);
  return {
    sections: sections.data,
    payments: payments.data,
    targets: targets.data,
    funds: funds.data,
    sectionsFailure: sections.failure,
    paymentsFailure: payments.failure,
    targetsFailure: targets.failure,
    fundsFailure: funds.failure,
  };
});

/** The days worth a mark on the time line. */
export const useMilestones = defineStore('milestones', () => {
  const view = useView();
  const feed = useFeed();
  return loadAnswer(
    () => view.park || null,
    () => String(feed.attempt),
    (signal) => readMilestones({ park: view.park, signal }),
  );
});
