#include "tests/support/faulty_disk.h"

#include <sqlite3.h>

#include <cstring>
#include <new>

namespace dure::testing::faulty_disk {

namespace {

struct Plan
{
    std::int64_t left = 0; ///< operations until it fails; 0: none planned
    DiskFault fault = DiskFault::Broken;
    std::string pathPart;
    bool failed = false;
    bool stays = false;
};
Plan plan;
sqlite3_vfs* real = nullptr;

struct OpenFile
{
    sqlite3_file base; // first: SQLite sees only this
    bool isMeant;
    sqlite3_file* under() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
OpenFile& of(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file); }
sqlite3_file* under(sqlite3_file* file) { return of(file).under(); }

bool isMeant(const char* path) { return path && !plan.pathPart.empty() && std::strstr(path, plan.pathPart.c_str()); }

/// Counts an operation; true: it is to fail.
bool fails(bool writes)
{
    if (plan.fault == DiskFault::Full && !writes)
        return false;
    if (plan.failed)
        return plan.stays;
    if (plan.left == 0 || --plan.left > 0)
        return false;
    plan.failed = true;
    plan.stays = plan.fault != DiskFault::Broken;
    return true;
}

int codeOr(int broken) { return plan.fault == DiskFault::Full ? SQLITE_FULL : broken; }

int closeFile(sqlite3_file* file)
{
    sqlite3_file* const closed = under(file);
    return closed->pMethods ? closed->pMethods->xClose(closed) : SQLITE_OK;
}
int readFile(sqlite3_file* file, void* into, int count, sqlite3_int64 at)
{
    if (of(file).isMeant && fails(false))
        return SQLITE_IOERR_READ;
    return under(file)->pMethods->xRead(under(file), into, count, at);
}
int writeFile(sqlite3_file* file, const void* from, int count, sqlite3_int64 at)
{
    if (of(file).isMeant && fails(true))
        return codeOr(SQLITE_IOERR_WRITE);
    return under(file)->pMethods->xWrite(under(file), from, count, at);
}
int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    if (of(file).isMeant && fails(false))
        return SQLITE_IOERR_TRUNCATE;
    return under(file)->pMethods->xTruncate(under(file), size);
}
// That it is asked for and may fail is what matters: no power fails here, and a busy disk takes minutes for all of
// them.
int syncFile(sqlite3_file* file, int) { return of(file).isMeant && fails(false) ? SQLITE_IOERR_FSYNC : SQLITE_OK; }
int fileSize(sqlite3_file* file, sqlite3_int64* size) { return under(file)->pMethods->xFileSize(under(file), size); }
int lockFile(sqlite3_file* file, int level) { return under(file)->pMethods->xLock(under(file), level); }
int unlockFile(sqlite3_file* file, int level) { return under(file)->pMethods->xUnlock(under(file), level); }
int isReserved(sqlite3_file* file, int* out) { return under(file)->pMethods->xCheckReservedLock(under(file), out); }
int control(sqlite3_file* file, int what, void* with)
{
    return under(file)->pMethods->xFileControl(under(file), what, with);
}
int sectorSize(sqlite3_file* file) { return under(file)->pMethods->xSectorSize(under(file)); }
int characteristics(sqlite3_file* file) { return under(file)->pMethods->xDeviceCharacteristics(under(file)); }
int mapShared(sqlite3_file* file, int region, int size, int extend, void volatile** out)
{
    if (of(file).isMeant && fails(false))
        return SQLITE_IOERR_SHMMAP;
    return under(file)->pMethods->xShmMap(under(file), region, size, extend, out);
}
int lockShared(sqlite3_file* file, int at, int count, int flags)
{
    return under(file)->pMethods->xShmLock(under(file), at, count, flags);
}
void barrier(sqlite3_file* file) { under(file)->pMethods->xShmBarrier(under(file)); }
int unmapShared(sqlite3_file* file, int remove) { return under(file)->pMethods->xShmUnmap(under(file), remove); }

const sqlite3_io_methods methods
    = {2, closeFile, readFile, writeFile, truncateFile, syncFile, fileSize, lockFile, unlockFile, isReserved, control,
        sectorSize, characteristics, mapShared, lockShared, barrier, unmapShared, nullptr, nullptr};

int openFile(sqlite3_vfs*, sqlite3_filename path, sqlite3_file* file, int flags, int* outFlags)
{
    auto* const open = new (file) OpenFile{{nullptr}, isMeant(path)};
    if (open->isMeant && fails(false))
        return SQLITE_CANTOPEN;
    const int code = real->xOpen(real, path, open->under(), flags, outFlags);
    if (code == SQLITE_OK)
        open->base.pMethods = &methods;
    return code;
}

int removeFile(sqlite3_vfs*, const char* path, int sync)
{
    if (isMeant(path) && fails(false))
        return SQLITE_IOERR_DELETE;
    return real->xDelete(real, path, sync);
}

} // namespace

void install()
{
    if (real)
        return;
    real = sqlite3_vfs_find(nullptr);
    static sqlite3_vfs faulty = *real;
    faulty.zName = "faulty";
    faulty.szOsFile = static_cast<int>(sizeof(OpenFile)) + real->szOsFile;
    faulty.xOpen = openFile;
    faulty.xDelete = removeFile;
    sqlite3_vfs_register(&faulty, 1);
}

void failAt(std::int64_t k, DiskFault fault, const std::string& pathPart) { plan = {k, fault, pathPart, false, false}; }
bool hasFailed() { return plan.failed; }
void heal()
{
    plan.left = 0;
    plan.stays = false;
}

} // namespace dure::testing::faulty_disk
