#pragma once

// Three calls of the Linux kernel that Swift's Glibc module lacks: it is built without _GNU_SOURCE,
// and Debian 12's Glibc has no wrapper for openat2 at all. Each sets errno to ENOSYS where the
// system has no such call, so that the caller needs one fallback only.

// No header that declares a struct: Swift would count it to this module rather than to Glibc's.
#include <errno.h>
#include <stdint.h>
#include <unistd.h>

#if defined(__linux__)
#include <sys/syscall.h>
#elif defined(__APPLE__)
#include <stdio.h>
#endif

/// Opens `path` beneath `folder`: any step that would leave it fails with EXDEV (openat2(2)).
/// `mode` must be 0 unless `flags` ask for a new file.
static inline int annex_open_beneath(int folder, const char *path, int flags, unsigned mode) {
#if defined(__linux__) && defined(SYS_openat2)
  // struct open_how of <linux/openat2.h>, spelled out: the header is missing before Linux 5.6.
  struct {
    uint64_t flags;
    uint64_t mode;
    uint64_t resolve;
  } how = {(unsigned)flags, mode, 0x08 /* RESOLVE_BENEATH */ | 0x02 /* RESOLVE_NO_MAGICLINKS */};
  return (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
#else
  (void)folder, (void)path, (void)flags, (void)mode;
  errno = ENOSYS;
  return -1;
#endif
}

/// Swaps two names in one step (renameat2(2) with RENAME_EXCHANGE).
static inline int annex_exchange(int folder, const char *path, int other, const char *other_path) {
#if defined(__linux__) && defined(SYS_renameat2)
  return (int)syscall(SYS_renameat2, folder, path, other, other_path, 2u /* RENAME_EXCHANGE */);
#elif defined(__APPLE__)
  return renameatx_np(folder, path, other, other_path, RENAME_SWAP);
#else
  (void)folder, (void)path, (void)other, (void)other_path;
  errno = ENOSYS;
  return -1;
#endif
}

/// How many processors this process may use, or -1 where the system does not say.
static inline int annex_available_processors(void) {
#if defined(__linux__) && defined(SYS_sched_getaffinity)
  // One bit a processor; 8,192 is the most that Linux can be configured for.
  unsigned char mask[8192 / 8] = {0};
  long size = syscall(SYS_sched_getaffinity, 0, sizeof mask, mask);
  if (size <= 0) return -1;
  int count = 0;
  for (long index = 0; index < size; index++) count += __builtin_popcount(mask[index]);
  return count;
#else
  return (int)sysconf(_SC_NPROCESSORS_ONLN);
#endif
}
