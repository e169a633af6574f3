/// What the shipped theme says, by language.
let shippedWords: [String: Words] = loadWords(ThemeFiles(overrides: [])).words
