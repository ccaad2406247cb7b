/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "relm-uri.h"

static void
test_good (void)
{
  const char *const good[] = {
    "https://example.org",
    "https://example.org/a%20b?c=d#e",
    "http://[::1]:8080/x",
    "https://b\303\274cher.example/",
    "mailto:jane@example.org?subject=Hello",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *uri = relm_uri_check (good[i], &error);

      g_assert_no_error (error);
      g_assert_nonnull (uri);
    }
}

static void
test_bad (void)
{
  const char *const bad[] = {
    NULL,
    "",
    "example.org",
    "https://",
    "https:///etc/passwd",
    "https://good.example@bad.example/",
    "https://user:secret@example.org/",
    "https://good.example\\@bad.example/",
    "https://exa mple.org/",
    "https://example.org/\r\nX: y",
    "https://example.org/\342\200\256gro",
    "https://exam\377ple.org/",
    "mailto:",
    "mailto://example.org/",
    "mailto:jane",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (relm_uri_check (bad[i], &error));
      g_assert_error (error, RELM_URI_ERROR, RELM_URI_ERROR_INVALID);
    }
}

static void
test_other_schemes (void)
{
  const char *const other[] = {
    "file:///etc/passwd", "javascript:alert(1)", "ssh://host/", "data:text/html,x", "ftp://example.org/", "help:relm",
  };

  for (guint i = 0; i < G_N_ELEMENTS (other); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (relm_uri_check (other[i], &error));
      g_assert_error (error, RELM_URI_ERROR, RELM_URI_ERROR_SCHEME);
    }
}

static void
test_normal (void)
{
  g_autofree char *upper = relm_uri_check ("HTTPS://Example.org/X", NULL);
  g_autofree char *text = g_strnfill (RELM_URI_LENGTH_MAX, 'x');
  g_autofree char *address = g_strconcat ("https://example.org/", text, NULL);

  g_assert_true (g_str_has_prefix (upper, "https://"));
  g_assert_null (relm_uri_check (address, NULL));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/uri/good", test_good);
  g_test_add_func ("/base/uri/bad", test_bad);
  g_test_add_func ("/base/uri/other-schemes", test_other_schemes);
  g_test_add_func ("/base/uri/normal", test_normal);
  return g_test_run ();
}
