/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The commands of relm-cli: a file each, a row each in the table of relm-cli.c. A command takes its own words, writes its
 * answer to the standard output and what went wrong to the standard error, and changes nothing on the disk but the cache,
 * the output that “export” and “import” were told to write, and the project that “level --write” was given. Main thread.
 */

#pragma once

#include <gio/gio.h>

#include "relm-project.h"

G_BEGIN_DECLS

/* Exit statuses */
#define RELM_EXIT_FINE 0
#define RELM_EXIT_PROBLEMS 1 /* the project can be read, and something is wrong with it */
#define RELM_EXIT_FAILED 2   /* it cannot be read, or the words of the call are off */

typedef struct
{
  const char *name;
  const char *arguments; /* N_() */
  const char *summary;   /* N_() */
  int (*run) (int argc, char **argv); /* with the command's name as the first */
} RelmCommand;

extern const RelmCommand relm_commands[]; /* ends with { NULL } */

int relm_command_check (int argc,
                        char **argv);
int relm_command_show (int argc,
                       char **argv);
int relm_command_schedule (int argc,
                           char **argv);
int relm_command_level (int argc,
                        char **argv);
int relm_command_forecast (int argc,
                           char **argv);
int relm_command_gates (int argc,
                        char **argv);
int relm_command_cost (int argc,
                       char **argv);
int relm_command_told (int argc,
                       char **argv);
int relm_command_changelog (int argc,
                            char **argv);
int relm_command_sync (int argc,
                       char **argv);
int relm_command_items (int argc,
                        char **argv);
int relm_command_export (int argc,
                         char **argv);
int relm_command_import (int argc,
                         char **argv);
int relm_command_schema (int argc,
                         char **argv);

char *relm_command_parse (int *argc,
                          char ***argv,
                          const GOptionEntry *entries,
                          gboolean takes_file);
RelmProject *relm_command_open (const char *path,
                                gint64 *version);
void relm_command_print (const char *text);
void relm_command_complain (const char *text);

G_END_DECLS
