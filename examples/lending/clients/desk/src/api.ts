import axios from 'axios'
import { headers } from './headers.ts'

export const api = axios.create({ headers })
