import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, vi } from 'vitest'

// Each test file keeps what it writes in a directory of its own, never in ./data. This runs before our modules are read.
const directory = mkdtempSync(join(tmpdir(), 'motcua-scratch-'))
vi.stubEnv('DATA_DIR', directory)

afterAll(() => rmSync(directory, { recursive: true, force: true }))
