import '../../shared/stamps/allDrawings.ts';
import fc from 'fast-check'

// On CI a property that fails says its seed and ends; looking for the smallest example can take minutes and is done where
// one can watch: run the test with that seed.
fc.configureGlobal({ endOnFailure: process.env['CI'] === 'true' })
