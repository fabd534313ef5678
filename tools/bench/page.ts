const [BEGIN, END] = ['<!-- bench:begin -->', '<!-- bench:end -->'];

/** The page with what stands between its markers replaced. Throws where it has none. */
export const withTable = (page: string, table: string): string => {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new TypeError(`the page has no ${BEGIN} … ${END}`);
  return `${page.slice(0, begin + BEGIN.length)}\n\n${table}\n\n${page.slice(end)}`;
};
