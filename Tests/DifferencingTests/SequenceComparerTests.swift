import Differencing
import Testing
