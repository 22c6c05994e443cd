/** The name that reports give the tool. */
export const TOOL_NAME = 'promsec';

/** Where the project lives. */
export const PROJECT_URL = 'https://github.com/promsec/promsec';

/** The page that explains the rule. */
export function rulePageOf(ruleId: string): string {
  return `${PROJECT_URL}/blob/v1/docs/rules/${ruleId}.md`;
}
