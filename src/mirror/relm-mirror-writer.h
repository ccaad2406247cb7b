/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Writes the mirror of a repository: one transaction from _new() to _commit(); without a commit nothing changes. Used in
 * one thread at a time. Commits have ids, which are 0, 1, 2, … in the order of adding; authors likewise.
 */

#pragma once

#include "relm-mirror-error.h"
#include "relm-mirror-tag.h"

G_BEGIN_DECLS

#define RELM_MIRROR_OID_BYTES 20

/* The rank of what no release has yet; those of tags go from 1. */
#define RELM_MIRROR_UNRELEASED 0

typedef struct _RelmMirrorWriter RelmMirrorWriter;

/* A commit to add. Everything is the caller's, UTF-8, and NULL where there is nothing. */
typedef struct
{
  const guint8 *oid; /* RELM_MIRROR_OID_BYTES */
  gint64 time;       /* of the author, Unix seconds */
  guint author;      /* id */
  guint n_parents;
  const char *subject; /* never NULL */
  const char *body;
  const char *type;
  const char *scope;
  const char *description;
  const char *breaking_note;
  const char *reverts;
  const char *const *references;
  const gint32 *co_authors; /* ids */
  guint n_co_authors;
  gboolean breaking;
} RelmMirrorNewCommit;

/* The shape of the history that the mirror has already. */
typedef struct
{
  guint n_commits;
  GByteArray *oids; /* RELM_MIRROR_OID_BYTES each */
  GArray *times;    /* gint64: of the committer, Unix seconds */
  GArray *parents;  /* gint32: for each commit how many it has, then their ids */
} RelmMirrorGraph;

typedef void (*RelmMirrorAuthorFunc) (guint id,
                                      const char *raw_name,
                                      const char *raw_email,
                                      gpointer user_data);

RelmMirrorWriter *relm_mirror_writer_new (const char *path,
                                          GError **error);
void relm_mirror_writer_free (RelmMirrorWriter *self);

RelmMirrorGraph *relm_mirror_writer_load_graph (RelmMirrorWriter *self,
                                                GError **error);
void relm_mirror_graph_free (RelmMirrorGraph *graph);
gboolean relm_mirror_writer_load_authors (RelmMirrorWriter *self,
                                          RelmMirrorAuthorFunc func,
                                          gpointer user_data,
                                          GError **error);
char *relm_mirror_writer_dup_state (RelmMirrorWriter *self,
                                    const char *key);

gboolean relm_mirror_writer_clear (RelmMirrorWriter *self,
                                   GError **error);
gboolean relm_mirror_writer_set_author (RelmMirrorWriter *self,
                                        guint id,
                                        const char *raw_name,
                                        const char *raw_email,
                                        const char *name,
                                        const char *email,
                                        GError **error);
gboolean relm_mirror_writer_add_commit (RelmMirrorWriter *self,
                                        guint id,
                                        const RelmMirrorNewCommit *commit,
                                        GError **error);
gboolean relm_mirror_writer_add_graph (RelmMirrorWriter *self,
                                       guint first,
                                       guint n_commits,
                                       const guint8 *oids,
                                       const gint64 *times,
                                       const gint32 *parents,
                                       gsize n_parents,
                                       GError **error);
gboolean relm_mirror_writer_clear_tags (RelmMirrorWriter *self,
                                        GError **error);
gboolean relm_mirror_writer_add_tag (RelmMirrorWriter *self,
                                     guint rank,
                                     const RelmMirrorTag *tag,
                                     GError **error);
gboolean relm_mirror_writer_add_range (RelmMirrorWriter *self,
                                       guint rank,
                                       const gint32 *commits,
                                       gsize n_commits,
                                       GError **error);
gboolean relm_mirror_writer_set_state (RelmMirrorWriter *self,
                                       const char *key,
                                       const char *value,
                                       GError **error);
gboolean relm_mirror_writer_commit (RelmMirrorWriter *self,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmMirrorWriter, relm_mirror_writer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RelmMirrorGraph, relm_mirror_graph_free)

G_END_DECLS
