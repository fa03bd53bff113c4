#!/usr/bin/env node
import { becomeNode, build, install } from './runtime.mjs'

install()
build()
becomeNode(['--enable-source-maps', '.build/main.js', 'start', ...process.argv.slice(2)])
