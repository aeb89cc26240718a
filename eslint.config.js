import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const noConsole = { "no-console": ["error", { allow: ["error"] }] };

export default tseslint.config(
  { ignores: ["node_modules", "build", ".data", "app/platform/prisma/generated", "test-results"] },
  ...tseslint.configs.strict,
  {
    plugins: { "react-hooks": hooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/ban-ts-comment": [
        "error",
        { "ts-expect-error": true, "ts-ignore": true },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      // Control characters and look-alikes are exactly what the intake must name.
      "no-control-regex": "off",
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.property.name=/^\\$(queryRawUnsafe|executeRawUnsafe)$/]",
          message:
            "Use the tagged $queryRaw / $executeRaw: nothing typed by a user may become SQL.",
        },
      ],
    },
  },
  { files: ["app/**/*.{ts,tsx}"], rules: noConsole },
);
