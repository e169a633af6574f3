import Changes
import Testing
