#pragma once

// What the system and the processor can do, and Swift has no words for.
//
// Three calls of the Linux kernel that Swift's Glibc module lacks: it is built without _GNU_SOURCE,
// and Debian 12's Glibc has no wrapper for openat2 at all. Each sets errno to ENOSYS where the
// system has no such call, so that the caller needs one fallback only. And the instructions for
// SHA-256 that most processors of this century's second decade have.

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

// <sys/wait.h> declares structs.
extern int waitpid(int process, int *status, int options);

/// Runs the program at `path` with the streams of this process and waits for it: what waitpid(2)
/// says of its end, or -1. `arguments` end in a null pointer.
static inline int annex_run(const char *path, char *const *arguments) {
  int process = fork();
  if (process < 0) return -1;
  if (process == 0) {
    execv(path, arguments);
    _exit(127);
  }
  int status = 0;
  while (waitpid(process, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  return status;
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

/// Whether the processor has the instructions that annex_sha256_compress uses. Asking is slow on a
/// virtual machine: ask once.
static inline int annex_has_sha256_instructions(void) {
#if defined(__x86_64__)
  unsigned leaf = 0, ebx = 0, ecx = 0, edx = 0;
  __asm__("cpuid" : "+a"(leaf), "=b"(ebx), "+c"(ecx), "=d"(edx));
  if (leaf < 7) return 0;
  leaf = 1, ecx = 0;
  __asm__("cpuid" : "+a"(leaf), "=b"(ebx), "+c"(ecx), "=d"(edx));
  if (!(ecx & 1u << 9 /* SSSE3 */) || !(ecx & 1u << 19 /* SSE4.1 */)) return 0;
  leaf = 7, ecx = 0;
  __asm__("cpuid" : "+a"(leaf), "=b"(ebx), "+c"(ecx), "=d"(edx));
  return ebx >> 29 & 1 /* SHA */;
#else
  return 0;
#endif
}

/// Compresses `count` blocks of 64 bytes into `state`, the words `a` to `h`; `constants` are the 64
/// of FIPS 180-4, 4.2.2. Only where annex_has_sha256_instructions.
#if defined(__x86_64__)
__attribute__((target("sha,ssse3,sse4.1")))
static inline void annex_sha256_compress(
    uint32_t *state, const uint8_t *blocks, long count, const uint32_t *constants) {
  typedef int words __attribute__((vector_size(16)));
  typedef char bytes __attribute__((vector_size(16)));
  // The instructions take the state in two halves, a lane for each word, the last word first.
  words upper = {(int)state[5], (int)state[4], (int)state[1], (int)state[0]};
  words lower = {(int)state[7], (int)state[6], (int)state[3], (int)state[2]};
  for (; count > 0; count--, blocks += 64) {
    words before_upper = upper, before_lower = lower, schedule[4];
#pragma clang loop unroll(full)
    for (int group = 0; group < 16; group++) {
      words *next = &schedule[group & 3];
      if (group < 4) {
        bytes read;
        __builtin_memcpy(&read, blocks + 16 * group, sizeof read);
        *next = (words)__builtin_shufflevector(
            read, read, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
      } else {
        words last = schedule[(group + 3) & 3], before = schedule[(group + 2) & 3];
        *next = __builtin_ia32_sha256msg1(*next, schedule[(group + 1) & 3])
            + __builtin_shufflevector(before, last, 1, 2, 3, 4);
        *next = __builtin_ia32_sha256msg2(*next, last);
      }
      words constant;
      __builtin_memcpy(&constant, constants + 4 * group, sizeof constant);
      words sum = *next + constant;
      lower = __builtin_ia32_sha256rnds2(lower, upper, sum);
      upper = __builtin_ia32_sha256rnds2(
          upper, lower, __builtin_shufflevector(sum, sum, 2, 3, 2, 3));
    }
    upper += before_upper, lower += before_lower;
  }
  state[0] = (uint32_t)upper[3], state[1] = (uint32_t)upper[2];
  state[4] = (uint32_t)upper[1], state[5] = (uint32_t)upper[0];
  state[2] = (uint32_t)lower[3], state[3] = (uint32_t)lower[2];
  state[6] = (uint32_t)lower[1], state[7] = (uint32_t)lower[0];
}
#else
static inline void annex_sha256_compress(
    uint32_t *state, const uint8_t *blocks, long count, const uint32_t *constants) {
  (void)state, (void)blocks, (void)count, (void)constants;
}
#endif
