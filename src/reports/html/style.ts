import badges from './style/badges.css?raw';
import base from './style/base.css?raw';
import clients from './style/clients.css?raw';
import colors from './style/colors.css?raw';
import filters from './style/filters.css?raw';
import matrix from './style/matrix.css?raw';
import narrow from './style/narrow.css?raw';
import print from './style/print.css?raw';
import remainder from './style/remainder.css?raw';
import rules from './style/rules.css?raw';
import settings from './style/settings.css?raw';
import summary from './style/summary.css?raw';

/** The style of the page. The order matters: what comes later wins. */
export const style = [
  colors,
  base,
  badges,
  summary,
  filters,
  rules,
  matrix,
  clients,
  settings,
  remainder,
  narrow,
  print,
].join('\n');
