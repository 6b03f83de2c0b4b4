// What is wrong in a script whatever it does; how its lines are set is the writer's.
import js from "@eslint/js";
import globals from "globals";

const rules = {
  ...js.configs.recommended.rules,
  "array-callback-return": "error",
  "default-case-last": "error",
  "eqeqeq": "error",
  "no-constructor-return": "error",
  "no-implicit-globals": "error",
  "no-promise-executor-return": "error",
  "no-self-compare": "error",
  "no-unused-expressions": ["error", {allowShortCircuit: true, allowTernary: true}],
  "no-useless-assignment": "error",
  "no-var": "error",
  "object-shorthand": "error",
  "prefer-const": ["error", {destructuring: "all"}],
  "prefer-template": "error",
  "require-atomic-updates": "error",
  "radix": "error",
};

// Two scripts run before all others, as scripts of the page; the rest are modules.
const PLAIN = ["build_scripts/theme/assets/base/languages.js", "build_scripts/theme/assets/links/links.js"];

export default [
  {ignores: ["**/node_modules/"]},
  {linterOptions: {reportUnusedDisableDirectives: "error"}},
  {files: ["build_scripts/theme/assets/**/*.js", "build_scripts/serve/*.js"], ignores: PLAIN, languageOptions: {ecmaVersion: 2024, sourceType: "module", globals: globals.browser}, rules},
  {files: PLAIN, languageOptions: {ecmaVersion: 2024, sourceType: "script", globals: globals.browser}, rules},
  {files: ["tests/js/**/*.js"], languageOptions: {ecmaVersion: 2024, sourceType: "module", globals: globals.node}, rules},
];
