/** One step of the database's format: its statements run in one transaction. */
export type Migration = readonly string[];

/**
 * All formats the database has had, oldest first: the n-th migration leads from format n − 1 to format n.
 * One that has been published is never changed; a new one is added at the end.
 */
export const migrations: readonly Migration[] = [
  [
    `CREATE TABLE uploads (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      media TEXT NOT NULL,
      created TEXT NOT NULL,
      UNIQUE (sha256, name)
    ) STRICT`,

    `CREATE TABLE datasets (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      source_sha256 TEXT NOT NULL,
      source_bytes INTEGER NOT NULL,
      rows INTEGER NOT NULL,
      columns TEXT NOT NULL,
      reading TEXT NOT NULL,
      notices TEXT NOT NULL,
      quarantined_rows INTEGER NOT NULL,
      quarantined_cells INTEGER NOT NULL,
      quarantine_sha256 TEXT,
      created TEXT NOT NULL
    ) STRICT`,
    "CREATE INDEX datasets_sha256 ON datasets (sha256)",
    "CREATE INDEX datasets_source_sha256 ON datasets (source_sha256)",
    "CREATE INDEX datasets_quarantine_sha256 ON datasets (quarantine_sha256)",

    `CREATE TABLE notebooks (
      id TEXT PRIMARY KEY,
      title TEXT NOT NULL,
      revision INTEGER NOT NULL,
      created TEXT NOT NULL,
      updated TEXT NOT NULL,
      deleted TEXT
    ) STRICT`,
    `CREATE TABLE notebook_revisions (
      notebook TEXT NOT NULL REFERENCES notebooks (id),
      revision INTEGER NOT NULL,
      content TEXT NOT NULL,
      saved TEXT NOT NULL,
      PRIMARY KEY (notebook, revision)
    ) STRICT`,
    `CREATE TABLE notebook_blobs (
      notebook TEXT NOT NULL REFERENCES notebooks (id),
      sha256 TEXT NOT NULL,
      PRIMARY KEY (notebook, sha256)
    ) STRICT`,
    "CREATE INDEX notebook_blobs_sha256 ON notebook_blobs (sha256)",

    `CREATE TABLE runs (
      id TEXT PRIMARY KEY,
      notebook TEXT NOT NULL REFERENCES notebooks (id),
      revision INTEGER NOT NULL,
      cells TEXT NOT NULL,
      state TEXT NOT NULL,
      started TEXT NOT NULL,
      ended TEXT
    ) STRICT`,
    "CREATE INDEX runs_notebook ON runs (notebook)",
    "CREATE INDEX runs_running ON runs (state) WHERE state = 'running'",
    `CREATE TABLE run_events (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      run TEXT NOT NULL REFERENCES runs (id),
      time TEXT NOT NULL,
      event TEXT NOT NULL
    ) STRICT`,
    "CREATE INDEX run_events_run ON run_events (run, seq)",

    `CREATE TABLE cell_results (
      key TEXT PRIMARY KEY,
      result TEXT NOT NULL,
      created TEXT NOT NULL,
      last_use INTEGER NOT NULL
    ) STRICT`,
    "CREATE INDEX cell_results_last_use ON cell_results (last_use)",
    `CREATE TABLE cell_result_files (
      key TEXT NOT NULL REFERENCES cell_results (key) ON DELETE CASCADE,
      sha256 TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      media TEXT NOT NULL,
      PRIMARY KEY (key, sha256)
    ) STRICT`,
    "CREATE INDEX cell_result_files_sha256 ON cell_result_files (sha256)",

    `CREATE TABLE pipelines (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      version INTEGER NOT NULL,
      recipe TEXT NOT NULL,
      created TEXT NOT NULL,
      UNIQUE (name, version)
    ) STRICT`,

    `CREATE TABLE models (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      version INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      card TEXT NOT NULL,
      notebook TEXT REFERENCES notebooks (id),
      dataset TEXT REFERENCES datasets (id),
      created TEXT NOT NULL,
      UNIQUE (name, version)
    ) STRICT`,
    "CREATE INDEX models_sha256 ON models (sha256)",

    `CREATE TABLE diagnoses (
      id TEXT PRIMARY KEY,
      model TEXT NOT NULL REFERENCES models (id),
      source TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      rows INTEGER NOT NULL,
      counts TEXT NOT NULL,
      table_sha256 TEXT,
      table_bytes INTEGER,
      details TEXT NOT NULL,
      created TEXT NOT NULL
    ) STRICT`,
    "CREATE INDEX diagnoses_model ON diagnoses (model)",
    "CREATE INDEX diagnoses_sha256 ON diagnoses (sha256)",
    "CREATE INDEX diagnoses_table_sha256 ON diagnoses (table_sha256)",

    // What must be there; a notebook may come from elsewhere and name blobs that are not.
    `CREATE VIEW item_blobs (sha256) AS
      SELECT sha256 FROM uploads
      UNION ALL SELECT sha256 FROM datasets
      UNION ALL SELECT source_sha256 FROM datasets
      UNION ALL SELECT quarantine_sha256 FROM datasets WHERE quarantine_sha256 IS NOT NULL
      UNION ALL SELECT sha256 FROM models
      UNION ALL SELECT sha256 FROM diagnoses
      UNION ALL SELECT table_sha256 FROM diagnoses WHERE table_sha256 IS NOT NULL`,
    `CREATE VIEW kept_blobs (sha256) AS
      SELECT sha256 FROM item_blobs UNION ALL SELECT sha256 FROM notebook_blobs`,
    `CREATE VIEW referenced_blobs (sha256) AS
      SELECT sha256 FROM kept_blobs UNION ALL SELECT sha256 FROM cell_result_files`,
  ],

  // Datasets, models and diagnoses get other names and are deleted, for a while. A file may stand in the list
  // twice, which the uploads did not know: theirs is a new table, about which the views have to be told.
  [
    "DROP VIEW referenced_blobs",
    "DROP VIEW kept_blobs",
    "DROP VIEW item_blobs",
    `CREATE TABLE new_uploads (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      media TEXT NOT NULL,
      created TEXT NOT NULL,
      deleted TEXT
    ) STRICT`,
    `INSERT INTO new_uploads (id, name, sha256, bytes, media, created)
      SELECT id, name, sha256, bytes, media, created FROM uploads ORDER BY rowid`,
    "DROP TABLE uploads",
    "ALTER TABLE new_uploads RENAME TO uploads",
    "CREATE INDEX uploads_sha256 ON uploads (sha256, name)",

    "ALTER TABLE datasets ADD COLUMN deleted TEXT",
    "ALTER TABLE models ADD COLUMN deleted TEXT",
    "ALTER TABLE diagnoses ADD COLUMN deleted TEXT",
    `ALTER TABLE diagnoses ADD COLUMN name TEXT NOT NULL DEFAULT '""'`,
    "UPDATE diagnoses SET name = source",
    "CREATE INDEX models_dataset ON models (dataset)",

    `CREATE VIEW item_blobs (sha256) AS
      SELECT sha256 FROM uploads
      UNION ALL SELECT sha256 FROM datasets
      UNION ALL SELECT source_sha256 FROM datasets
      UNION ALL SELECT quarantine_sha256 FROM datasets WHERE quarantine_sha256 IS NOT NULL
      UNION ALL SELECT sha256 FROM models
      UNION ALL SELECT sha256 FROM diagnoses
      UNION ALL SELECT table_sha256 FROM diagnoses WHERE table_sha256 IS NOT NULL`,
    `CREATE VIEW kept_blobs (sha256) AS
      SELECT sha256 FROM item_blobs UNION ALL SELECT sha256 FROM notebook_blobs`,
    `CREATE VIEW referenced_blobs (sha256) AS
      SELECT sha256 FROM kept_blobs UNION ALL SELECT sha256 FROM cell_result_files`,
  ],

  // What runs were worth stays when results are forgotten; the events of a cell are found without reading all.
  [
    `CREATE TABLE run_scores (
      run TEXT NOT NULL REFERENCES runs (id),
      cell TEXT NOT NULL,
      kind TEXT NOT NULL,
      key TEXT NOT NULL,
      params TEXT NOT NULL,
      scores TEXT NOT NULL,
      seconds REAL NOT NULL,
      PRIMARY KEY (run, cell)
    ) STRICT`,
    `CREATE INDEX run_events_of_cell ON run_events (run, event ->> '$.type', event ->> '$.cell')
      WHERE event ->> '$.type' <> 'metrics'`,
  ],

  [
    // The ids are those of `uploads`, where a file goes once all of it is there.
    `CREATE TABLE partial_uploads (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      fingerprint TEXT NOT NULL,
      received INTEGER NOT NULL,
      sha256 TEXT,
      created TEXT NOT NULL,
      updated TEXT NOT NULL
    ) STRICT`,
    "CREATE INDEX partial_uploads_fingerprint ON partial_uploads (fingerprint)",
    "ALTER TABLE uploads ADD COLUMN fingerprint TEXT",
    "CREATE INDEX uploads_fingerprint ON uploads (fingerprint)",
  ],

  [
    `ALTER TABLE notebook_revisions ADD COLUMN name TEXT NOT NULL DEFAULT '""'`,
    "ALTER TABLE notebook_revisions ADD COLUMN restored INTEGER",
  ],

  // With what params an import cell reads the file of a dataset again, and what kind of file that is.
  [
    "ALTER TABLE datasets ADD COLUMN params TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE datasets ADD COLUMN source_media TEXT NOT NULL DEFAULT 'text/csv'",
  ],

  // The points of live curves, which are forgotten after their run, are found without reading the whole log.
  ["CREATE INDEX run_events_points ON run_events (run) WHERE event ->> '$.type' = 'metrics'"],

  // A pipeline has a name of its own, which can change, and versions; nothing was saved in the old table yet.
  [
    "DROP TABLE pipelines",
    `CREATE TABLE pipelines (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      created TEXT NOT NULL,
      deleted TEXT
    ) STRICT`,
    "CREATE INDEX pipelines_name ON pipelines (name)",
    `CREATE TABLE pipeline_versions (
      pipeline TEXT NOT NULL REFERENCES pipelines (id),
      version INTEGER NOT NULL,
      document TEXT NOT NULL,
      created TEXT NOT NULL,
      PRIMARY KEY (pipeline, version)
    ) STRICT`,
  ],
  // Notebooks with code of strangers run nothing by themselves until somebody has run them.
  ["ALTER TABLE notebooks ADD COLUMN held INTEGER NOT NULL DEFAULT 0"],

  // What people call the faults that a model knows. It refers to no model, since it outlives its own.
  [
    `CREATE TABLE catalogues (
      model TEXT PRIMARY KEY,
      model_created TEXT NOT NULL,
      lineage TEXT NOT NULL,
      content TEXT NOT NULL,
      before TEXT NOT NULL,
      saved TEXT NOT NULL
    ) STRICT`,
  ],

  // A diagnosis is there before its result: it runs, and can fail. The file that is diagnosed stays, so that the
  // work can begin anew, and so do the features that explanations read. The views have to be told of the new table.
  [
    "DROP VIEW referenced_blobs",
    "DROP VIEW kept_blobs",
    "DROP VIEW item_blobs",
    `CREATE TABLE new_diagnoses (
      id TEXT PRIMARY KEY,
      model TEXT NOT NULL REFERENCES models (id),
      name TEXT NOT NULL,
      source TEXT NOT NULL,
      source_sha256 TEXT,
      source_bytes INTEGER,
      source_media TEXT,
      settings TEXT NOT NULL,
      state TEXT NOT NULL,
      attempts INTEGER NOT NULL,
      problem TEXT NOT NULL,
      sha256 TEXT,
      bytes INTEGER,
      rows INTEGER NOT NULL,
      counts TEXT NOT NULL,
      table_sha256 TEXT,
      table_bytes INTEGER,
      features_sha256 TEXT,
      features_bytes INTEGER,
      details TEXT NOT NULL,
      figures TEXT NOT NULL,
      created TEXT NOT NULL,
      deleted TEXT
    ) STRICT`,
    `INSERT INTO new_diagnoses (id, model, name, source, settings, state, attempts, problem, sha256, bytes, rows,
        counts, table_sha256, table_bytes, details, figures, created, deleted)
      SELECT id, model, name, source, 'null', 'done', 1, 'null', sha256, bytes, rows,
        counts, table_sha256, table_bytes, details, '[]', created, deleted FROM diagnoses ORDER BY rowid`,
    "DROP TABLE diagnoses",
    "ALTER TABLE new_diagnoses RENAME TO diagnoses",
    "CREATE INDEX diagnoses_model ON diagnoses (model)",
    "CREATE INDEX diagnoses_sha256 ON diagnoses (sha256)",
    "CREATE INDEX diagnoses_source_sha256 ON diagnoses (source_sha256)",
    "CREATE INDEX diagnoses_table_sha256 ON diagnoses (table_sha256)",
    "CREATE INDEX diagnoses_features_sha256 ON diagnoses (features_sha256)",
    "CREATE INDEX diagnoses_running ON diagnoses (state) WHERE state = 'running'",

    `CREATE VIEW item_blobs (sha256) AS
      SELECT sha256 FROM uploads
      UNION ALL SELECT sha256 FROM datasets
      UNION ALL SELECT source_sha256 FROM datasets
      UNION ALL SELECT quarantine_sha256 FROM datasets WHERE quarantine_sha256 IS NOT NULL
      UNION ALL SELECT sha256 FROM models
      UNION ALL SELECT sha256 FROM diagnoses WHERE sha256 IS NOT NULL
      UNION ALL SELECT source_sha256 FROM diagnoses WHERE source_sha256 IS NOT NULL
      UNION ALL SELECT table_sha256 FROM diagnoses WHERE table_sha256 IS NOT NULL
      UNION ALL SELECT features_sha256 FROM diagnoses WHERE features_sha256 IS NOT NULL`,
    `CREATE VIEW kept_blobs (sha256) AS
      SELECT sha256 FROM item_blobs UNION ALL SELECT sha256 FROM notebook_blobs`,
    `CREATE VIEW referenced_blobs (sha256) AS
      SELECT sha256 FROM kept_blobs UNION ALL SELECT sha256 FROM cell_result_files`,
  ],
];
