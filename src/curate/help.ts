// What `corpus help` and `corpus <command> --help` print. At most 80 columns.

export const HELP = `The corpus, for curators

  corpus add <address|file|-> …   a page or a text becomes an article
  corpus update <article> …       fetch again, show what has changed, take it up
  corpus show <article>           its statements as they are read, for review
  corpus correct <article> …      who said it, when, or which words: a correction
  corpus check                    every fault of every file
  corpus poll                     look at the feeds of feeds.yaml now
  corpus held                     what feeds brought and what waits for approval
  corpus approve <article> …      takes it into the corpus
  corpus refuse <article> …       takes it off the list

Behind a command, --help tells its options.
`;

export const USAGE: Readonly<Record<string, string>> = {
  add: `corpus add <address|file.html|file.txt|-> …

Shows what it found and what it is unsure of, asks on a terminal, and writes
articles/<id>.md. What is missing is given with options:

  --title, --outlet, --published YYYY-MM-DD, --url    what the page does not say
  --updated YYYY-MM-DD, --byline, --language, --status corrected|withdrawn
  --note      a remark for other curators
  --id        another name for the file
  --yes       add it without asking
  --json      for programs; asks nothing, so --yes is needed to write

  corpus add https://harbour.example/2026/03/04/ferries-stop
  corpus add page.txt --outlet "Harbour Post" --url https://harbour.example/1 --yes
`,
  update: `corpus update <article> …

Fetches the page again and shows which words went and came.

  --all        every article that is not withdrawn
  --yes        take it up without asking
  --corrected  the outlet says that it is a correction
  --withdrawn  the outlet took it back: it is quoted no more; nothing is fetched
  --usable     neither any longer
  --note       what readers are told about it
  --json       for programs

  corpus update harbour-post-2026-03-04-ferries-stop --corrected
`,
  show: `corpus show <article>

Each passage with its statements marked: who, how, when, by which rule, and the
command that corrects it.

  --json      for programs
`,
  correct: `corpus correct <article> <passage> --words "printed words" …
corpus correct <statement> …

  --words "…"     words of the statement, as they are printed
  --speaker       who said it: an id or a name of speakers.yaml
  --name "…"      who said it, where speakers.yaml has no entry
  --nobody        it is no statement
  --said-on, --from, --to YYYY-MM-DD
  --content "…"   the whole of what was said, as it is printed
  --reason "…"    why; readers are told
  --by "…"        who corrected it; for other curators
  --undo          takes the correction back

It is kept in articles/<id>.corrections.yaml.
`,
  check: `corpus check

Reads everything and lists every fault with its file and line. Exit status 1
when there is one.

  --json      for programs
`,
  held: `corpus held

What feeds brought and waits for approval.

  --json      for programs
`,
  approve: `corpus approve <article> … | --all

Takes held articles into the corpus; a running bot answers from them in seconds.
`,
  refuse: `corpus refuse <article> … | --all

Takes held articles off the list. Their files are kept in held/refused, and they
are not fetched again.
`,
  poll: `corpus poll

Looks at the feeds of feeds.yaml now, those aside that were looked at a moment
ago. A running bot does so by itself.
`,
};
