// Builds recount.html: one static page that settles a proof file again, with the library's code.
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/**
 * The whole page as text: no other file and no connection is needed to use it. The script is
 * left readable, and the page allows no script but this one.
 */
export async function buildRecountPage(): Promise<string> {
  const built = await build({
    entryPoints: [fileURLToPath(new URL('./recount-in-page.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2024',
    charset: 'utf8',
    legalComments: 'inline',
  })
  const script = (built.outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script')
  const digest = createHash('sha256').update(script).digest('base64')
  return page
    .replace(
      '{{policy}}',
      () => `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${digest}'`,
    )
    .replace('{{script}}', () => script)
}

const page = `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{{policy}}">
<title>Check an outcome</title>
<style>
body { margin: 0; background: #faf7f2; color: #1f2a2e; font: 1.125rem/1.5 sans-serif }
main { max-width: 44rem; margin: 0 auto; padding: 2rem 1rem 4rem }
h1 { color: #0f4f4b; line-height: 1.2 }
label { display: block; font-weight: bold; margin: 1.5rem 0 0.5rem }
input, summary { font: inherit }
:focus-visible { outline: 3px solid #1f2a2e; background: #ffeb3b; color: #1f2a2e }
#verdict { border-left: 6px solid #1d4f91; background: #e8f0fb; padding: 1rem; margin: 1.5rem 0 }
#verdict[data-holds=yes] { border-color: #1a6b3c; background: #e6f4ea }
#verdict[data-holds=no] { border-color: #a4161a; background: #fdecea }
#verdict p { margin: 0 0 0.5rem; overflow-wrap: anywhere }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.875rem }
</style>
</head>
<body>
<main>
<h1>Check an outcome</h1>
<p>An outcome that can be checked is published with a proof file. It holds the rules, every
ballot (no names of voters), the seed for any lot, and the result. This page settles it again
from nothing else, on your own device. Nothing is sent anywhere.</p>
<label for="file">Choose the proof file</label>
<input type="file" id="file" accept=".json,application/json">
<div id="verdict" role="status"><p>No file has been chosen yet.</p></div>
<details>
<summary>The result in full, as it was counted here</summary>
<pre id="result" tabindex="0"></pre>
</details>
<noscript><p>The count runs in this page, so JavaScript has to be on. Without it, use the command
<code>recount</code> instead.</p></noscript>
</main>
<script>{{script}}</script>
</body>
</html>
`

if (import.meta.main) {
  const out = resolve(process.argv[2] ?? 'recount.html')
  await mkdir(dirname(out), { recursive: true })
  await writeFile(out, await buildRecountPage())
  process.stdout.write(`${out}\n`)
}
