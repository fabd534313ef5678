export * from './training';
export * from './plan/plan';
export * from './record-attendance/record-attendance';
export * from './correct-attendance/correct-attendance';
export * from './record-test-results/record-test-results';
export * from './correct-test-results/correct-test-results';
