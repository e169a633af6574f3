#pragma once

// Memory for one tree of libcmark-gfm at a time.
//
// The library asks for memory node by node and text by text, thousands of times for an agreement,
// always of the slow kind that is zeroed. Here it comes from blocks that are freed all at once. The
// library hands no context to its three functions, so the arena that they take from is the thread's.
//
// Every file of Swift that uses what is `static` here has a copy of its own, the variable included:
// only CmarkMemory.swift may.

#include <cmark-gfm.h>
#include <stdlib.h>
#include <string.h>

/// A stretch of memory that is handed out from its start on; the bytes follow.
typedef struct annex_block {
  struct annex_block *previous;
  size_t used;
  size_t size;
} annex_block;

/// All blocks of a tree, the latest first.
typedef struct annex_arena {
  annex_block *latest;
} annex_arena;

/// What most blocks hold, in bytes; whatever is larger has a block of its own.
enum { annex_block_size = 64 * 1024 };

/// Where it stands which arena this thread's library calls take from.
static inline annex_arena **annex_arena_in_use(void) {
  static _Thread_local annex_arena *arena;
  return &arena;
}

/// `size` bytes, aligned for pointers, behind their count. Without memory the process ends, as it
/// does with the library's own allocator.
static inline void *annex_arena_take(size_t size) {
  annex_arena *arena = *annex_arena_in_use();
  if (!arena || size > SIZE_MAX / 2) abort();
  size = (size + 7) & ~(size_t)7;
  size_t needed = size + sizeof(size_t);
  annex_block *block = arena->latest;
  if (!block || block->size - block->used < needed) {
    size_t capacity = needed > annex_block_size ? needed : annex_block_size;
    block = (annex_block *)malloc(sizeof(annex_block) + capacity);
    if (!block) abort();
    block->previous = arena->latest;
    block->used = 0;
    block->size = capacity;
    arena->latest = block;
  }
  char *place = (char *)(block + 1) + block->used;
  block->used += needed;
  memcpy(place, &size, sizeof size);
  return place + sizeof size;
}

static inline size_t annex_arena_length(void *taken) {
  size_t size;
  memcpy(&size, (char *)taken - sizeof size, sizeof size);
  return size;
}

/// Whether nothing was taken after `taken`, which then may grow or be given back.
static inline int annex_arena_is_last(annex_block *block, void *taken) {
  return block
    && (char *)taken + annex_arena_length(taken) == (char *)(block + 1) + block->used;
}

static void *annex_arena_calloc(size_t count, size_t size) {
  if (size && count > SIZE_MAX / size) abort();
  void *taken = annex_arena_take(count * size);
  memset(taken, 0, count * size);
  return taken;
}

static void annex_arena_give_back(void *taken) {
  annex_arena *arena = *annex_arena_in_use();
  annex_block *block = arena ? arena->latest : NULL;
  if (taken && annex_arena_is_last(block, taken))
    block->used -= annex_arena_length(taken) + sizeof(size_t);
}

static void *annex_arena_realloc(void *taken, size_t size) {
  if (!taken) return annex_arena_take(size);
  size_t length = annex_arena_length(taken);
  if (size <= length) return taken;
  annex_arena_give_back(taken);
  void *larger = annex_arena_take(size);
  if (larger != taken) memmove(larger, taken, length);
  return larger;
}

/// The functions that the library takes its memory by.
static inline cmark_mem *annex_arena_functions(void) {
  static cmark_mem functions = {
    annex_arena_calloc, annex_arena_realloc, annex_arena_give_back,
  };
  return &functions;
}

/// Lets this thread take from `arena`, and returns what it took from before.
static inline annex_arena *annex_arena_use(annex_arena *arena) {
  annex_arena *before = *annex_arena_in_use();
  *annex_arena_in_use() = arena;
  return before;
}

static inline annex_arena *annex_arena_new(void) {
  annex_arena *arena = (annex_arena *)malloc(sizeof(annex_arena));
  if (!arena) abort();
  arena->latest = NULL;
  return arena;
}

/// Frees the arena and all that was taken from it.
static inline void annex_arena_free(annex_arena *arena) {
  for (annex_block *block = arena->latest; block;) {
    annex_block *previous = block->previous;
    free(block);
    block = previous;
  }
  free(arena);
}
