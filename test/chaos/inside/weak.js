import SQLite from 'better-sqlite3'

/** Loaded into the built server by `--import`: its commits no longer wait for the disk. */
const { pragma } = SQLite.prototype
SQLite.prototype.pragma = function (source, ...options) {
  return pragma.call(this, source.replace('synchronous = FULL', 'synchronous = NORMAL'), ...options)
}
