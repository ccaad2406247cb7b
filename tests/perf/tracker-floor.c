/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The least that a client of a tracker can do: asks for the pages of issues over one connection, one after the other, receives them,
 * and reads nothing of them but when the last item changed, because the next page is asked for by that. The answers are those of
 * perf-tracker.py alone: with a Content-Length, and a Link as long as there is another page.
 *
 * usage: tracker-floor PORT PROJECT; prints what it cost, as JSON
 */

#define _GNU_SOURCE

#include <arpa/inet.h>
#include <inttypes.h>
#include <netinet/in.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define ANSWER_MAX (4 * 1024 * 1024)
#define TIME_LENGTH 20 /* 2026-01-02T03:04:05Z */

static char answer[ANSWER_MAX + 1];

static void
fail (const char *what)
{
  perror (what);
  exit (1);
}

static int64_t
now_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);
  return now.tv_sec * INT64_C (1000000) + now.tv_nsec / 1000;
}

static int64_t
cpu_us (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * INT64_C (1000000) + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
}

static int
connect_to (uint16_t port)
{
  const struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons (port), .sin_addr.s_addr = htonl (INADDR_LOOPBACK) };
  const int fd = socket (AF_INET, SOCK_STREAM, 0);

  if (fd < 0 || connect (fd, (const struct sockaddr *) &address, sizeof address) != 0)
    fail ("connect");
  return fd;
}

static void
ask (int fd,
     const char *project,
     const char *since)
{
  char request[512];
  const int length = snprintf (request, sizeof request,
                               "GET /api/v3/repos/%s/issues?state=all&since=%s HTTP/1.1\r\nHost: localhost\r\n\r\n", project, since);

  if (send (fd, request, (size_t) length, 0) != length)
    fail ("send");
}

static const char *
find_header (const char *name)
{
  return memmem (answer, (size_t) (strstr (answer, "\r\n\r\n") - answer), name, strlen (name));
}

/* Returns: how long the answer is, with its headers; 0 while those are not there */
static size_t
expected_length (void)
{
  const char *end = strstr (answer, "\r\n\r\n");
  const char *length = end != NULL ? find_header ("Content-Length: ") : NULL;

  return length != NULL ? (size_t) (end + 4 - answer) + strtoul (length + strlen ("Content-Length: "), NULL, 10) : 0;
}

static size_t
receive (int fd)
{
  size_t length = 0;
  size_t expected = 0;

  while (expected == 0 || length < expected)
    {
      const ssize_t n_bytes = recv (fd, answer + length, ANSWER_MAX - length, 0);

      if (n_bytes <= 0)
        fail ("recv");
      length += (size_t) n_bytes;
      answer[length] = '\0';
      if (expected == 0)
        expected = expected_length ();
    }
  return length;
}

/* The one that is nearest to the end. */
static void
read_last_time (size_t length,
                char *since)
{
  static const char name[] = "\"updated_at\": \"";
  const char *at = answer + length - strlen (name);

  while (at > answer && memcmp (at, name, strlen (name)) != 0)
    at--;
  snprintf (since, TIME_LENGTH + 1, "%s", at + strlen (name));
}

int
main (int argc,
      char *argv[])
{
  char since[TIME_LENGTH + 1] = "";
  int64_t begin;
  int fd;

  if (argc != 3)
    return 2;
  fd = connect_to ((uint16_t) strtoul (argv[1], NULL, 10));
  begin = now_us ();
  do
    {
      ask (fd, argv[2], since);
      read_last_time (receive (fd), since);
    }
  while (find_header ("Link: ") != NULL);
  printf ("{\"wall_us\": %" PRId64 ", \"cpu_us\": %" PRId64 "}\n", now_us () - begin, cpu_us ());
  close (fd);
  return 0;
}
