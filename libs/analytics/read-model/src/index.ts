export * from './facts/fact-document';
export * from './facts/facts-projection';
export * from './facts/load-facts';
