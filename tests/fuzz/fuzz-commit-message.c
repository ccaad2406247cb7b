/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes are a commit message: what is read from them lies within them and holds together. */

#include "config.h"

#include <stdint.h>

#include "relm-commit-message.h"
#include "relm-trailer.h"

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t size);

static void
check_message (const char *text,
               gssize length)
{
  g_autoptr (RelmCommitMessage) message = relm_commit_message_parse (text, length);

  g_assert (strchr (message->subject, '\n') == NULL);
  g_assert (strchr (message->subject, '\r') == NULL);
  g_assert (message->conventional == (message->type != NULL));
  g_assert (!message->conventional || *message->description != '\0');
  g_assert (message->conventional || (!message->breaking && message->n_footers == 0 && message->scope == NULL));
  for (guint i = 0; i < message->n_footers; i++)
    g_assert (*message->footers[i].token != '\0' && message->footers[i].value != NULL);
  for (char **reference = message->references; reference != NULL && *reference != NULL; reference++)
    g_assert (**reference != '\0');
}

static void
check_trailers (const char *text,
                gssize length)
{
  g_autoptr (GPtrArray) trailers = relm_trailers_parse (text, length);

  for (guint i = 0; i < trailers->len; i++)
    {
      RelmTrailer *trailer = trailers->pdata[i];

      g_assert (*trailer->key != '\0');
      g_assert (strchr (trailer->value, '\n') == NULL);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t size)
{
  check_message ((const char *) data, (gssize) size);
  check_trailers ((const char *) data, (gssize) size);
  return 0;
}
