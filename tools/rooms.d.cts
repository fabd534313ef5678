/** Axis → every tag value it knows. */
export declare const axes: Readonly<Record<'scope' | 'type' | 'platform', readonly string[]>>;
export declare const domains: readonly string[];
